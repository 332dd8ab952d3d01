import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import { Refusal } from '#lib/contract/errors.ts';
import type { Outcome } from '#lib/contract/records.ts';
import type { Clock, RecordSet } from '#lib/contract/vocabulary.ts';
import type { Narrowing } from '#lib/store/narrowed.ts';
import type { EntryRows } from '#lib/store/recordQuestion.ts';

/** What narrows the records of a conversion, as it was asked. */
export type NarrowingParams = {
  outcome?: Outcome | undefined;
  set?: RecordSet | undefined;
  giver?: string | undefined;
  giver_role?: string | undefined;
  taker?: string | undefined;
  taker_role?: string | undefined;
  days_from?: number | undefined;
  days_to?: number | undefined;
};

type Pair = readonly [from: LadderStage, to: LadderStage];

const ENDED: readonly Outcome[] = ['advanced', 'lost', 'no_decision'];

/** The rows of a conversion under a clock; `stuck` is not of entries but of the stock. */
export function selectConversion(
  params: NarrowingParams,
  [from, to]: Pair,
  clock: Clock,
): EntryRows | { stuck: Pair } {
  const { outcome = null, set } = params;
  const [narrow] = givenOf(params);
  if (clock === 'snapshot') throw refusal('conversion', 'a snapshot has no conversions');
  if (clock === 'period') {
    if (narrow !== undefined) throw refusal(narrow, 'is known of cohorts only');
    if (outcome !== null && outcome !== 'advanced') {
      throw refusal('outcome', 'the period clock counts flows: it knows only "advanced"');
    }
    return { from: 'entries', stage: to, judged: false, outcomes: null, narrowing: null };
  }
  if (set === 'stuck') {
    const other = outcome === null ? givenOf({ ...params, set: undefined })[0] : 'outcome';
    if (other !== undefined) throw refusal(other, 'cannot be combined with "set=stuck"');
    return { stuck: [from, to] };
  }
  return {
    ...{ from: 'entries', stage: from, judged: true, outcomes: outcomesOf(params) },
    narrowing: narrow === undefined ? null : narrowingOf(params, to),
  };
}

/** The fields that narrow, in order, which were given. */
export function givenOf({ outcome: _, ...params }: NarrowingParams): string[] {
  return Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}

/** The outcomes that everything asked for leaves. */
function outcomesOf(params: NarrowingParams): readonly Outcome[] | null {
  const { outcome, set, days_from, days_to, taker, taker_role } = params;
  const rules: [boolean, string, readonly Outcome[]][] = [
    [set === 'rejected', 'set', ['lost', 'no_decision']],
    [set === 'timed', 'set', ['advanced']],
    [(taker ?? taker_role) !== undefined, 'taker', ['advanced']],
    [(days_from ?? days_to) !== undefined, 'days_from', ENDED],
  ];
  let left: readonly Outcome[] | null = outcome === undefined ? null : [outcome];
  for (const [asked, path, outcomes] of rules) {
    if (!asked) continue;
    const both: Outcome[] = outcomes.filter((one) => left === null || left.includes(one));
    if (both.length === 0) throw refusal(path, 'leaves no record of that outcome');
    left = both;
  }
  return left;
}

function narrowingOf(params: NarrowingParams, to: LadderStage): Narrowing {
  const { set, giver, giver_role, taker, taker_role, days_from, days_to } = params;
  const ms = (days: number | undefined) => (days === undefined ? null : Math.round(days * DAY_MS));
  return {
    to,
    set: set === 'skipped' || set === 'regressed' || set === 'timed' ? set : null,
    giver: giver ?? null,
    giverRole: giver_role ?? null,
    taker: taker ?? null,
    takerRole: taker_role ?? null,
    msFrom: ms(days_from),
    msTo: ms(days_to),
  };
}

function refusal(path: string, message: string): Refusal {
  return new Refusal('invalid_request', `${path}: ${message}`, [{ path, message }]);
}
