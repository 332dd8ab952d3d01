import { retainedArr } from '#lib/bowtie/plan/newArr.ts';
import { planFigure } from '#lib/view/plan/planFigure.ts';
import { openingOf } from '#lib/view/plan/planState.ts';
import type { PaperPage, PaperTable, PlateWords } from '../paperModel.ts';
import type { PlanWords } from '../planWords.ts';

/** The bowtie that the plan takes over the one of the last twelve months, and who brings what. */
export function bowtiePage(words: PlanWords): PaperPage {
  const { print, plan, stage, format, money, t } = words;
  const figure = planFigure(print.plan, print.whole, print.known);
  const plates = figure.plates.map(
    (plate): PlateWords => ({
      name: stage(plate.stage),
      count: format.count(plate.required),
      times: plate.times === null ? '—' : plan('figure.times', { times: plate.times.toFixed(1) }),
      rate: plate.rate === null ? '' : plan('figure.rate', { rate: format.percent(plate.rate) }),
      was: plan('figure.was', { count: format.count(plate.actual) }),
    }),
  );
  const loop = t('pdf.loop', { kept: money(retainedArr(print.plan.segments)) });
  return {
    title: plan('figure.title'),
    hint: plan('figure.hint'),
    blocks: [{ kind: 'bowtie', figure, words: plates, loop }, tierTable(words)],
  };
}

function tierTable({ print, plan, t, tier, format, money }: PlanWords): PaperTable {
  const { plan: input, whole } = print;
  const right = (head: string) => ({ head, width: 90, align: 'right' as const });
  const rows = input.segments.map((segment, i) => {
    const told = whole.segments[i];
    return {
      cells: [
        tier(segment.key),
        money(segment.opening_arr),
        format.percent(segment.nrr),
        money(retainedArr([segment])),
        format.percent(segment.share),
        money(told?.new_arr ?? '0'),
        format.count(told?.wins ?? 0),
      ],
    };
  });
  const sum = [
    ...[plan('grid.all'), money(openingOf(input)), '', money(retainedArr(input.segments)), ''],
    money(whole.new_arr),
    format.count(whole.segments.reduce((all, one) => all + one.wins, 0)),
  ];
  return {
    kind: 'table',
    title: plan('mix.title'),
    columns: [
      { head: t('column.segment'), width: 150 },
      right(t('column.opening')),
      right(t('column.nrr')),
      right(t('pdf.keeps')),
      right(t('pdf.share')),
      right(t('column.newArr')),
      right(t('column.wins')),
    ],
    rows: rows.length > 1 ? [...rows, { cells: sum, isSum: true }] : rows,
  };
}
