import type { SegmentFlows } from '#lib/bowtie/plan/segmentFlows.ts';
import type { PaperText } from '../paperText.ts';
import { across, address } from '../sheet/address.ts';
import { counted, input, text } from '../sheet/cells.ts';
import type { Cell } from '../sheet/sheet.ts';

/** A conversion with its rate and how long it takes, in months. */
export type Step = { key: string; rate: number; lags: readonly number[] };

/** Where a conversion's rate and lags stand. */
export type LagRow = { rate: string; lags: string; places: string[]; reach: number };

const RATE = 1;
const LAGS = 2;
const SAME_MONTH = [1];

/** The conversions of a tier, the nearest to the win first, and the one behind it. */
export function laggedRows({ chain, segment }: SegmentFlows): Step[] {
  const lagsOf = (key: string) => segment.lags[key] ?? SAME_MONTH;
  const live = segment.conversions['won>onboarded'];
  const steps = chain.map(({ key, rate }) => ({ key, rate, lags: lagsOf(key) }));
  if (live === undefined) return steps;
  return [...steps, { key: 'won>onboarded', rate: live, lags: lagsOf('won>onboarded') }];
}

export function lagRow({ lags }: Step, row: number): LagRow {
  const last = LAGS + lags.length - 1;
  return {
    rate: address(row, RATE, true),
    lags: across(row, LAGS, last, true),
    places: lags.map((_, k) => address(row, LAGS + k, true)),
    reach: lags.length - 1,
  };
}

/** The conversions as they are typed in; that behind the win is typed in beside the price. */
export function lagRows(
  steps: readonly Step[],
  { words, live }: { words: PaperText; live: string },
): Cell[][] {
  const name = (key: string) =>
    key
      .split('>')
      .map((stage) => words.terms(`stage.${stage as 'won'}`))
      .join(' → ');
  return steps.map(({ key, rate, lags }) => [
    text(name(key)),
    key === 'won>onboarded' ? counted(rate, live, 'share') : input(rate, 'share'),
    ...lags.map((share) => input(share, 'number')),
  ]);
}
