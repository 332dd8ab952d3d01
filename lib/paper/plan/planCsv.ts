import { planMonth } from '#lib/bowtie/plan/planMonth.ts';
import type { PlanPaper } from '#lib/contract/planPaper.ts';
import { type Cell, toCsv } from '#lib/view/toCsv.ts';
import type { PaperText } from '../paperText.ts';

/**
 * The whole counts as one flat table: a line for each tier, stage and month, the locked part as the
 * line before the first month. The lines of a tier and stage add up to its annual count.
 */
export function planCsv({ plan, whole }: PlanPaper, { t, terms }: PaperText): string {
  const owner = new Map(
    whole.departments.flatMap(({ department, stages }) =>
      stages.map((stage) => [stage as string, t(`departments.${department}`)] as const),
    ),
  );
  const before = `< ${planMonth(plan.start, 0)}`;
  const lines = whole.segments.flatMap(({ key, locked, entries, months }) => {
    const line = (stage: string, month: string, count: number): Cell[] => [
      ...[key, terms(`stage.${stage as 'won'}`), owner.get(stage) ?? null, month, count],
    ];
    const stages = Object.keys(entries).reverse();
    return [
      ...stages.flatMap((stage) => [
        line(stage, before, locked[stage] ?? 0),
        ...months.map(({ month, entries: own }) => line(stage, month, own[stage] ?? 0)),
      ]),
      ...months.map(({ month, wins }) => line('won', month, wins)),
    ];
  });
  const live = whole.departments.filter(({ stages }) => stages.includes('onboarded'));
  const all = live.flatMap(({ months, later }): Cell[][] => {
    const line = (month: string, count: number): Cell[] => [
      ...['Σ', terms('stage.onboarded'), owner.get('onboarded') ?? null, month, count],
    ];
    const end = planMonth(plan.start, plan.months - 1);
    return [...months.map(({ month, value }) => line(month, value)), line(`> ${end}`, later)];
  });
  const heads = [t('column.segment'), t('stage'), t('department'), t('month'), t('count')];
  return toCsv([heads, ...lines, ...all]);
}
