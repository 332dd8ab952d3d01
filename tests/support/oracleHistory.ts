import { oracleDay } from './oracleCalendar.ts';
import { centsAtRate } from './oracleMoney.ts';
import { bandOf, meant, type OracleRule } from './oracleRule.ts';

/**
 * The oracle computes answers straight from what was sent, as plainly as docs/definitions.md reads.
 * It shares no code with lib/bowtie: a fault there cannot hide here.
 */

export const DIMENSIONS = [
  'segment',
  'channel',
  'owner',
  'pod',
  'motion',
  'product',
  'region',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type Dimensions = Record<Dimension, string>;

export const LADDER = ['prospect', 'mql', 'sql', 'sal', 'won', 'onboarded', 'adopted'] as const;
export type LadderStage = (typeof LADDER)[number];

/** Section 3 rule 6. */
const TIES = [
  ...['prospect', 'mql', 'sql', 'sal', 'no_decision', 'lost', 'won', 'onboarded', 'adopted'],
  ...['renewed', 'expanded', 'contracted', 'churned'],
];

/** An event as posted; `occurred_at` is an ISO time with zone. */
export type RawEvent = {
  source: string;
  event_id: string;
  record_id: string;
  stage: string;
  occurred_at: string;
  version?: number;
  account_id?: string;
  amount?: string;
  currency?: string;
  close_date?: string;
} & { [dimension in Dimension]?: string };

export type RawAccount = {
  source: string;
  account_id: string;
  version?: number;
  segment?: string;
  channel?: string;
  owner?: string;
  region?: string;
};

/** A membership in local days, `to_date` not included. */
export type RawPodMember = {
  pod: string;
  owner: string;
  from_date: string;
  to_date: string | null;
};

export type RawRate = { date: string; currency: string; rate: string };

export type RawContract = {
  source: string;
  contract_id: string;
  account_id: string;
  starts_on: string;
  ends_on: string | null;
  arr: string;
  currency: string;
  cancelled_on?: string | null;
  product?: string;
  segment?: string;
  motion?: string;
  version?: number;
};

/** All that an organization ever received, in the order of arrival. */
export type History = {
  events: RawEvent[];
  accounts: RawAccount[];
  pods: RawPodMember[];
  rates: RawRate[];
  contracts: RawContract[];
};

export type OracleOrg = {
  time_zone: string;
  currency: string;
  stages: readonly LadderStage[];
  order?: { [dimension in Dimension]?: string[] };
  renewal_grace_days?: number;
  segment_rule?: OracleRule;
};

/** A winning event with all that its record carried once it had happened. */
export type Step = {
  source: string;
  eventId: string;
  stage: string;
  at: number;
  accountId: string | null;
  dimensions: Dimensions;
  amount: string | null;
  currency: string | null;
  /** Cents of the reporting currency; null without an amount or a rate. */
  cents: bigint | null;
  /** The same of what the event itself states. */
  ownCents: bigint | null;
};

const present = (value: string | null | undefined): value is string =>
  value !== undefined && value !== null && value !== 'unknown';

/** What a row says, whatever its version: equal content is a duplicate. */
function content(row: RawEvent | RawAccount): string {
  const said = Object.entries({ ...row, version: undefined }).filter(([, value]) => present(value));
  return JSON.stringify(
    said
      .map(([key, value]) => {
        if (key === 'occurred_at') return [key, Date.parse(String(value))];
        return [key, key === 'amount' ? Number(value) : value];
      })
      .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  );
}

/** Section 3 rule 1: the highest version wins, then the latest first arrival. */
export function winners<R extends RawEvent | RawAccount>(
  rows: readonly R[],
  identity: (row: R) => string,
): R[] {
  const seen = new Set<string>();
  const best = new Map<string, R>();
  for (const row of rows) {
    const version = row.version ?? 0;
    const said = JSON.stringify([identity(row), version, content(row)]);
    if (seen.has(said)) continue;
    seen.add(said);
    const before = best.get(identity(row));
    if (before === undefined || version >= (before.version ?? 0)) best.set(identity(row), row);
  }
  return rows.filter((row) => best.get(identity(row)) === row);
}

/** Code point order. */
export function byCodePoint(a: string, b: string): number {
  const left = [...a].map((char) => char.codePointAt(0) ?? 0);
  const right = [...b].map((char) => char.codePointAt(0) ?? 0);
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = (left[i] ?? -1) - (right[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

function inOrder(a: RawEvent, b: RawEvent): number {
  return (
    Date.parse(a.occurred_at) - Date.parse(b.occurred_at) ||
    TIES.indexOf(a.stage) - TIES.indexOf(b.stage) ||
    byCodePoint(a.event_id, b.event_id) ||
    byCodePoint(a.source, b.source)
  );
}

/** Events of different records at one instant, in the order of rule 6. */
export function inTies(a: Step, b: Step): number {
  return (
    TIES.indexOf(a.stage) - TIES.indexOf(b.stage) ||
    byCodePoint(a.eventId, b.eventId) ||
    byCodePoint(a.source, b.source)
  );
}

/** Section 10: the owner's membership on that local day; the one that began last. */
function podOf(history: History, org: OracleOrg, owner: string, at: number): string | null {
  const day = oracleDay(at, org.time_zone);
  const held = history.pods
    .filter((member) => member.owner === owner && member.from_date <= day)
    .filter((member) => member.to_date === null || day < member.to_date)
    .sort((a, b) => byCodePoint(b.from_date, a.from_date) || byCodePoint(a.pod, b.pod));
  return held[0]?.pod ?? null;
}

/** Section 3 rules 8 and 9: what the record carried after the event at `place`. */
function stepAt(history: History, org: OracleOrg, events: RawEvent[], place: number): Step {
  const soFar = events.slice(0, place + 1).reverse();
  const event = soFar[0];
  if (event === undefined) throw new Error('no event at this place');
  const at = Date.parse(event.occurred_at);
  const last = (field: Dimension | 'account_id') =>
    soFar.map((one) => one[field]).find((value) => present(value)) ?? null;

  const accountId = last('account_id');
  const account = winners(history.accounts, (row) => row.account_id).find(
    (row) => row.account_id === accountId,
  );
  const ofAccount = (field: 'channel' | 'owner' | 'region') => {
    const value = account?.[field];
    return present(value) ? value : null;
  };
  const owner = last('owner') ?? ofAccount('owner');
  const stated = soFar.find((one) => one.amount !== undefined);
  const cents = stated === undefined ? null : centsAtRate(history.rates, org, stated);
  const written = soFar.map((one) => meant(org, one.segment)).find((value) => present(value));
  const segment = written ?? meant(org, account?.segment) ?? bandOf(org, cents);
  return {
    source: event.source,
    eventId: event.event_id,
    stage: event.stage,
    at,
    accountId,
    dimensions: {
      segment: segment ?? 'unknown',
      channel: last('channel') ?? ofAccount('channel') ?? 'unknown',
      owner: owner ?? 'unknown',
      pod: last('pod') ?? (owner === null ? null : podOf(history, org, owner, at)) ?? 'unknown',
      motion: last('motion') ?? 'new_business',
      product: last('product') ?? 'unknown',
      region: last('region') ?? ofAccount('region') ?? 'unknown',
    },
    amount: stated?.amount ?? null,
    currency: stated?.currency ?? null,
    cents,
    ownCents: centsAtRate(history.rates, org, event),
  };
}

/** The steps of each record up to `asOf`, in order. */
export function stepsOf(history: History, org: OracleOrg, asOf: number): Map<string, Step[]> {
  const records = new Map<string, RawEvent[]>();
  for (const event of winners(history.events, (row) =>
    JSON.stringify([row.source, row.event_id]),
  )) {
    if (Date.parse(event.occurred_at) > asOf) continue;
    records.set(event.record_id, [...(records.get(event.record_id) ?? []), event]);
  }
  const steps = new Map<string, Step[]>();
  for (const [recordId, events] of records) {
    const ordered = events.sort(inOrder);
    steps.set(
      recordId,
      ordered.map((_, place) => stepAt(history, org, ordered, place)),
    );
  }
  return steps;
}
