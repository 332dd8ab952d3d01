import { planMonth } from '#lib/bowtie/plan/planMonth.ts';
import type { SegmentFlows } from '#lib/bowtie/plan/segmentFlows.ts';
import type { PlanPaper } from '#lib/contract/planPaper.ts';
import type { PaperText } from '../paperText.ts';
import { text } from '../sheet/cells.ts';
import type { Cell, Sheet } from '../sheet/sheet.ts';
import { type Grid, gridOf } from './grid.ts';
import type { Place } from './inputsSheet.ts';
import { type LagRow, laggedRows, lagRow, lagRows } from './lagRows.ts';
import { flowRow, liveRow, seasonRow, wonRow } from './tierRows.ts';

/** One tier's sheet, and where its rows are for the sheets that add tiers up. */
export type Tier = { sheet: Sheet; rows: ReadonlyMap<string, number>; grid: Grid };

const LAGS_FROM = 4;

/** One tier counted back: its conversions and lags, then every month of every stage. */
export function tierSheet(
  { plan }: PlanPaper,
  words: PaperText,
  { name, flows, place }: { name: string; flows: SegmentFlows; place: Place | undefined },
): Tier {
  const { t, terms } = words;
  const steps = laggedRows(flows);
  const lags = new Map<string, LagRow>(
    steps.map((step, i) => [step.key, lagRow(step, LAGS_FROM + i)]),
  );
  const head = LAGS_FROM + steps.length + 2;
  const grid = gridOf(plan.months, flows, head);
  const rows = new Map<string, number>();
  const place1 = place ?? { wins: '0', live: '1' };
  const body: (Cell | null)[][] = [
    seasonRow(grid, head + 1, { flows, plan, label: t('season') }),
    wonRow(grid, head + 2, { flows, wins: place1.wins, label: terms('stage.won') }),
  ];
  rows.set('won', head + 2);
  for (const { stage, key } of flows.chain) {
    const row = head + 1 + body.length;
    const own = lags.get(key);
    const flow = flows.entries.get(stage);
    if (own === undefined || flow === undefined) continue;
    body.push(flowRow(grid, row, { flow, lag: own, label: terms(`stage.${stage}`) }));
    rows.set(stage, row);
  }
  const live = lags.get('won>onboarded');
  if (live !== undefined) {
    const row = head + 1 + body.length;
    const label = terms('stage.onboarded');
    body.push(liveRow(grid, row, { flows, won: head + 2, lag: live, label }));
    rows.set('onboarded', row);
  }
  const sheet: Sheet = {
    name,
    landscape: true,
    frozen: { rows: 0, columns: 1 },
    widths: [30, 11, 11, ...new Array<number>(grid.end - 3).fill(9)],
    rows: [
      [text(flows.segment.key, 'title')],
      [text(t('tierNote'), 'note')],
      [],
      [text(t('conversion'), 'head'), text(t('rate'), 'head'), text(t('lagHead'), 'head')],
      ...lagRows(steps, { words, live: place1.live }),
      [],
      [],
      [
        ...[text(t('stage'), 'head'), text(t('total'), 'head'), text(t('locked'), 'head')],
        ...Array.from({ length: grid.end - 3 }, (_, i) =>
          text(planMonth(plan.start, i - grid.early), 'head'),
        ),
      ],
      ...body,
    ],
  };
  return { sheet, rows, grid };
}
