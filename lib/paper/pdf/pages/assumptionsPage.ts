import type { Assumption } from '#lib/contract/planMeta.ts';
import type { PaperPage } from '../paperModel.ts';
import type { PlanWords } from '../planWords.ts';
import { type PlanLine, roleLines, tierLines } from './planLines.ts';

/** Every input, where it came from, and how much stands behind it. */
export function assumptionsPage(words: PlanWords): PaperPage {
  const { print, t, tier, role: short } = words;
  const found = new Map(print.assumptions.map((one) => [one.path, one]));
  const lineOf = (group: string, line: PlanLine) => ({
    cells: [
      group,
      line.name,
      line.value,
      ...behind(found.get(line.path) ?? found.get(line.within ?? ''), line, words),
    ],
  });
  const { segments, capacity } = print.plan;
  const rows = [
    ...segments.flatMap((segment, place) =>
      tierLines(segment, place, words).map((line) => lineOf(tier(segment.key), line)),
    ),
    ...capacity.flatMap((role) =>
      roleLines(role, words).map((line) => lineOf(short(role.role), line)),
    ),
  ];
  const right = (head: string, width: number) => ({ head, width, align: 'right' as const });
  return {
    title: t('sheet.assumptions'),
    hint: t('pdf.assumptionsHint'),
    blocks: [
      {
        kind: 'table',
        columns: [
          { head: t('pdf.group'), width: 72 },
          { head: t('assumption.input'), width: 142 },
          right(t('assumption.value'), 86),
          { head: t('assumption.source'), width: 112 },
          right(t('pdf.behind'), 78),
          { head: t('pdf.measured'), width: 114 },
          { head: t('assumption.about'), width: 176 },
        ],
        rows,
      },
    ],
  };
}

function behind(one: Assumption | undefined, line: PlanLine, { t, format }: PlanWords): string[] {
  if (one === undefined) {
    if (line.asKnown === 'nobody') return ['', '', '', ''];
    return [t(line.asKnown ? `source.${line.asKnown}` : 'pdf.typed'), '', '', ''];
  }
  const { source, base, n, maturity, from, to, about } = one;
  const counts =
    base === null ? '' : t('pdf.nOfBase', { n: format.count(n), base: format.count(base) });
  const measured = source === 'segment' || source === 'organization';
  const span = measured && from !== null && to !== null ? format.span(from, to) : '';
  const grown =
    maturity === null
      ? ''
      : t('pdf.maturity', {
          days: format.count(maturity.horizon_days),
          open: format.count(maturity.open),
        });
  return [t(`source.${source}`), counts, span, [about ?? '', grown].filter(Boolean).join(' · ')];
}
