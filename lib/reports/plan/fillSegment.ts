import { PUBLIC_RECREATION, publicBenchmark } from '#lib/bowtie/benchmarkTable.ts';
import { impliedNrr } from '#lib/bowtie/churnFigures.ts';
import type { PlanSegment } from '#lib/bowtie/plan/planTypes.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { Assumption } from '#lib/contract/planMeta.ts';
import type { DecomposeBody } from '#lib/contract/plans.ts';
import { benchmarkOf } from '../stages/benchmarkOf.ts';
import {
  ENOUGH,
  type Group,
  type Measured,
  measuredAcv,
  measuredLags,
  measuredOpening,
  measuredPipeline,
  measuredRate,
  measuredRetention,
  measuredSeason,
} from './measured.ts';
import type { PlanFacts } from './planFacts.ts';

export type GivenSegment = NonNullable<DecomposeBody['segments']>[number];

/** What a filled input is worth, and where it comes from. */
export type Found<T> = Pick<Assumption, 'source' | 'base' | 'n' | 'maturity' | 'about'> & {
  value: T;
  span?: { from: string; to: string };
};
/** Told of every input that the caller left out. */
export type Note = (path: string, found: Found<unknown>) => void;

type Asked = {
  facts: PlanFacts;
  /** Place in the plan. */
  place: number;
  /** Whose history stands behind the segment; null: the whole organization's. */
  group: Group;
  planMonths: readonly number[];
  note: Note;
};

type Take = <T>(name: string, own: T | undefined, find: () => Found<T>) => T;

/** Fewer accounts tell nothing of retention. */
const ENOUGH_ACCOUNTS = 5;

/** A tier with fewer wins has months without any: chance, not season. */
const ENOUGH_WINS = 240;
/** Only to have something to show where nothing is known: the middle of a band. */
const SOME_PRICE = '25000.00';

const ASSUMED = { source: 'assumed' as const, base: null, n: null, maturity: null, about: null };

/** A segment of a plan with every omitted input filled, and each of them noted. */
export function fillSegment(given: GivenSegment, share: number, asked: Asked): PlanSegment {
  const { facts, place, group, note } = asked;
  const take: Take = (name, own, find) => {
    if (own !== undefined) return own;
    const found = find();
    note(`segments.${place}.${name}`, found);
    return found.value;
  };
  const acv = take('acv', given.acv, () => findAcv(asked));
  const price = Number(acv);
  const conversions =
    given.conversions ??
    Object.fromEntries(
      facts.pairs.flatMap((pair) => {
        const found = findRate(asked, pair, price);
        const key = pair.join('>');
        if (found !== null) note(`segments.${place}.conversions.${key}`, found);
        return found === null ? [] : [[key, found.value]];
      }),
    );
  return {
    key: given.key,
    opening_arr: take('opening_arr', given.opening_arr, () => findOpening(asked)),
    ...fillRetention(given, asked, { price, take }),
    share,
    acv,
    discount: take('discount', given.discount, () => ({ ...ASSUMED, value: 0 })),
    conversions,
    lags: given.lags ?? findLags(asked, given.conversions !== undefined),
    seasonality: take('seasonality', given.seasonality, () => findSeason(asked)),
    pipeline: measuredPipeline(facts, group),
  };
}

function found<T>(source: Found<T>['source'], measured: Measured<T>): Found<T> {
  return { source, ...measured, about: null };
}

/** The segment's own where it has enough behind it, else the organization's. */
function measuredOrWider<T>(
  group: Group,
  enough: number,
  measure: (group: Group) => Measured<T> | null,
  enoughOfAll = enough,
): Found<T> | null {
  const own = group === null ? null : measure(group);
  if (own !== null && (own.base ?? 0) >= enough) return found('segment', own);
  const all = measure(null);
  if (all !== null && (all.base ?? 0) >= enoughOfAll) return found('organization', all);
  return null;
}

function findAcv({ facts, group }: Asked): Found<string> {
  const found = measuredOrWider(group, 1, (whose) => measuredAcv(facts, whose));
  if (found !== null) return found;
  const band = publicBenchmark('sal>won', Number(SOME_PRICE))?.band ?? '';
  return { ...ASSUMED, source: 'benchmark', value: SOME_PRICE, about: aboutOf(band) };
}

function findOpening({ facts, group }: Asked): Found<string> {
  const own = measuredOpening(facts, group);
  if (own !== null) return found(group === null ? 'organization' : 'segment', own);
  return { ...ASSUMED, value: '0.00' };
}

/** NRR, and where it is not stated what of it is churn: both of the same accounts. */
function fillRetention(
  given: GivenSegment,
  asked: Asked,
  { price, take }: { price: number; take: Take },
): Pick<PlanSegment, 'nrr' | 'grr'> {
  const find = (which: 'nrr' | 'grr') => () => findRetention(asked, price, which);
  if (given.nrr === undefined) {
    const grr = take('grr', given.grr, find('grr'));
    // What is stated of churn may be above a measured NRR.
    const nrr = take('nrr', undefined, find('nrr'));
    return { nrr: Math.max(nrr, given.grr ?? 0), grr };
  }
  return given.grr === undefined ? { nrr: given.nrr } : { nrr: given.nrr, grr: given.grr };
}

function findRetention({ facts, group }: Asked, acv: number, which: 'nrr' | 'grr'): Found<number> {
  const measure = (whose: Group) => measuredRetention(facts, whose, which);
  const own = measuredOrWider(group, ENOUGH_ACCOUNTS, measure);
  if (own !== null) return own;
  const [grr, grown] = [publicBenchmark('renewal', acv), publicBenchmark('expansion', acv)];
  if (grr === null || grown === null) return { ...ASSUMED, value: 1 };
  const value = which === 'grr' ? grr.rate : impliedNrr(grr.rate, grown.rate);
  return { ...ASSUMED, source: 'benchmark', value, about: aboutOf(grr.band) };
}

/**
 * The segment's matured rate, the organization's, a benchmark, or too little of the own history.
 */
function findRate(
  { facts, group }: Asked,
  [stage, next]: [LadderStage, LadderStage],
  acv: number,
): Found<number> | null {
  const measure = (whose: Group) => measuredRate(facts, whose, stage);
  const own = measuredOrWider(group, ENOUGH, measure);
  if (own !== null) return own;
  const asked = { conversion: `${stage}>${next}`, day: facts.today, acv };
  const set = benchmarkOf(facts.benchmarks, asked);
  if (set !== null) {
    const about = set.own ? `${set.source}, ${set.as_of}` : aboutOf(set.band ?? '');
    return { ...ASSUMED, source: 'benchmark', value: set.value, about };
  }
  return measuredOrWider(group, 1, measure);
}

function aboutOf(band: string): string {
  return `${PUBLIC_RECREATION.source}, ${band}, ${PUBLIC_RECREATION.asOf}`;
}

/**
 * Lags belong to conversions: where the caller states those and says nothing of lags, all advance
 * in the same month.
 */
function findLags(asked: Asked, stated: boolean): PlanSegment['lags'] {
  const { facts, group, place, note } = asked;
  if (stated) {
    note(`segments.${place}.lags`, { ...ASSUMED, value: {} });
    return {};
  }
  return Object.fromEntries(
    facts.pairs.flatMap(([stage, next]) => {
      const lags = measuredOrWider(group, 1, (whose) => {
        const measured = measuredLags(facts, whose, stage);
        // The lags of a few say less than those of all.
        return whose !== null && (measured?.n ?? 0) < ENOUGH ? null : measured;
      });
      const key = `${stage}>${next}`;
      const path = `segments.${place}.lags.${key}`;
      note(path, lags ?? { ...ASSUMED, value: [1] });
      return lags === null ? [] : [[key, lags.value]];
    }),
  );
}

function findSeason({ facts, group, planMonths }: Asked): Found<number[]> {
  const measure = (whose: Group) => measuredSeason(facts, whose, planMonths);
  const own = measuredOrWider(group, ENOUGH_WINS, measure, 1);
  return own ?? { ...ASSUMED, value: planMonths.map((_, __, all) => 1 / all.length) };
}
