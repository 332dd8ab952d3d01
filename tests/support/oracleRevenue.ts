import { Temporal } from 'temporal-polyfill';
import { type Asked, ask, type OracleQuery, passes } from './oracle.ts';
import { oracleDay } from './oracleCalendar.ts';
import {
  byCodePoint,
  type Dimensions,
  type History,
  inTies,
  type OracleOrg,
  type RawContract,
  type Step,
  stepsOf,
} from './oracleHistory.ts';
import { daysOf, oracleArr } from './oracleLoop.ts';
import { moneyText } from './oracleMoney.ts';
import { contractCents, contractGroups } from './oracleSegments.ts';

/** Cents on each of the days, by unit: an account within a group. */
type Balances = Map<string, bigint[]>;
type Range = { from: string; to: string };
type GroupOf = (dimensions: Dimensions) => string;

const plus = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();

/** A contract with its group in every dimension and its ARR in cents; null without a rate. */
type Held = { raw: RawContract; dimensions: Dimensions; cents: bigint | null };

function heldContracts(history: History, org: OracleOrg): Held[] {
  return history.contracts.map((raw) => ({
    raw,
    dimensions: contractGroups(history, org, raw),
    cents: contractCents(history, org, raw),
  }));
}

type Running = { account: string; dimensions: Dimensions; cents: bigint };

/** One event on what runs: records by id, each with its account and what it brings in. */
function happen(running: Map<string, Running>, recordId: string, step: Step, own: bigint | null) {
  const account = step.accountId === null ? `record ${recordId}` : `account ${step.accountId}`;
  if (step.stage === 'won' && step.dimensions.motion === 'renewal') {
    for (const [other, one] of [...running]) {
      if (one.account === account && other !== recordId) running.delete(other);
    }
  }
  const before = running.get(recordId);
  const had = before?.cents ?? 0n;
  const has = {
    won: step.cents ?? 0n,
    renewed: own ?? had,
    expanded: had + (own ?? 0n),
    contracted: had - (own ?? 0n),
    churned: 0n,
  }[step.stage];
  if (has === undefined) return;
  if (has <= 0n) running.delete(recordId);
  else running.set(recordId, { account, dimensions: step.dimensions, ...before, cents: has });
}

/** Balances told by events: what runs at the end of each day. */
function balancesOfEvents(history: History, asked: Asked, days: string[], by: GroupOf): Balances {
  const records = [...stepsOf(history, asked.org, asked.asOf)];
  const ordered = records
    .flatMap(([recordId, steps]) => steps.map((step) => ({ recordId, step })))
    .sort(({ step: a }, { step: b }) => a.at - b.at || inTies(a, b));
  const running = new Map<string, Running>();
  const balances: Balances = new Map();
  let next = 0;
  for (const [place, day] of days.entries()) {
    for (; next < ordered.length; next += 1) {
      const found = ordered[next];
      if (!found || oracleDay(found.step.at, asked.org.time_zone) > day) break;
      happen(running, found.recordId, found.step, found.step.ownCents);
    }
    for (const one of running.values()) {
      const key = JSON.stringify([by(one.dimensions), one.account]);
      const row = balances.get(key) ?? days.map(() => 0n);
      balances.set(key, row);
      row[place] = (row[place] ?? 0n) + one.cents;
    }
  }
  return balances;
}

/** Balances told by contracts, once filters and rates have had their say. */
function balancesOfContracts(held: Held[], asked: Asked, days: string[], by: GroupOf): Balances {
  const asOfDay = oracleDay(asked.asOf, asked.org.time_zone);
  const priced = held.flatMap((one) => (one.cents === null ? [] : [one]));
  const known = new Map(priced.map((one) => [one.raw.contract_id, one]));
  const contracts = priced.map(({ raw, cents }) => ({ ...raw, arr: moneyText(cents ?? 0n) }));
  const grace = asked.org.renewal_grace_days ?? 0;
  return oracleArr(contracts, days, { asOfDay, graceDays: grace }, ({ contract_id }) => {
    const own = known.get(contract_id)?.dimensions;
    return own === undefined ? '' : by(own);
  });
}

/** Section 7: movements of [from, to) by the net change of each unit on each day. */
function moneyOf(units: bigint[][], days: string[], { from, to }: Range) {
  const sums = { new: 0n, reactivation: 0n, expansion: 0n, contraction: 0n, churn: 0n };
  const at = (row: bigint[], day: string) => row[days.indexOf(plus(day, -1))] ?? 0n;
  for (const row of units) {
    for (const [place, day] of days.entries()) {
      if (day < from || day >= to) continue;
      const [before, after] = [row[place - 1] ?? 0n, row[place] ?? 0n];
      const paid = row.slice(0, place).some((cents) => cents > 0n);
      if (before === after) continue;
      if (before === 0n) sums[paid ? 'reactivation' : 'new'] += after;
      else if (after === 0n) sums.churn += before;
      else if (after > before) sums.expansion += after - before;
      else sums.contraction += before - after;
    }
  }
  const paying = units.filter((row) => at(row, from) > 0n);
  const sum = (rows: bigint[][], of: (row: bigint[]) => bigint) =>
    rows.map(of).reduce((a, b) => a + b, 0n);
  const base = Number(sum(paying, (row) => at(row, from)));
  const least = (row: bigint[]) => (at(row, to) < at(row, from) ? at(row, to) : at(row, from));
  const share = (part: bigint) => (base === 0 ? null : Number(part) / base);
  const kept = paying.filter((row) => at(row, to) > 0n).length;
  return {
    ...sums,
    start: sum(units, (row) => at(row, from)),
    end: sum(units, (row) => at(row, to)),
    nrr: share(sum(paying, (row) => at(row, to))),
    grr: share(sum(paying, least)),
    logo_retention: paying.length === 0 ? null : kept / paying.length,
    retained: {
      base: sum(paying, (row) => at(row, from)),
      end: sum(paying, (row) => at(row, to)),
      kept: sum(paying, least),
      left: paying.length - kept,
    },
    customers_start: paying.length,
    customers_end: units.filter((row) => at(row, to) > 0n).length,
  };
}

/** Section 7: who succeeds whom, found by walking all contracts in order. */
function successorsOf(held: Held[]): Map<Held, Held> {
  const end = ({ raw }: Held) => raw.ends_on ?? '9999';
  const until = ({ raw }: Held) =>
    [raw.ends_on, raw.cancelled_on].map((d) => d ?? '9999').sort()[0];
  const counting = held.filter((one) => (until(one) ?? '') > one.raw.starts_on);
  const apart = (a: string, b: string) =>
    Math.abs(Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b)).days);
  const inOrder = [...counting].sort(
    (a, b) =>
      byCodePoint(end(a), end(b)) ||
      byCodePoint(a.raw.starts_on, b.raw.starts_on) ||
      byCodePoint(a.raw.contract_id, b.raw.contract_id),
  );
  const found = new Map<Held, Held>();
  for (const one of inOrder) {
    const ends = one.raw.ends_on;
    if (ends === null) continue;
    const free = counting.filter((other) => {
      const { account_id, starts_on, product } = other.raw;
      const same = account_id === one.raw.account_id && other !== one;
      const names = [product, one.raw.product].filter((name) => name && name !== 'unknown');
      const near = starts_on >= plus(ends, -90) && starts_on <= plus(ends, 30);
      const taken = [...found.values()].includes(other);
      return same && near && end(other) > ends && !taken && new Set(names).size < 2;
    });
    const [best] = free.sort(
      (a, b) =>
        apart(ends, a.raw.starts_on) - apart(ends, b.raw.starts_on) ||
        byCodePoint(a.raw.starts_on, b.raw.starts_on) ||
        byCodePoint(a.raw.contract_id, b.raw.contract_id),
    );
    if (best !== undefined) found.set(one, best);
  }
  return found;
}

function renewalsOf(held: Held[], all: Map<Held, Held>, { from, to }: Range, asOfDay: string) {
  const counts = { due: 0, renewed: 0, churned: 0, open: 0 };
  let [due, retained, uplift] = [0n, 0n, 0n];
  for (const one of held) {
    const { starts_on, ends_on, cancelled_on } = one.raw;
    if (ends_on === null || ends_on < from || ends_on >= to) continue;
    if (ends_on <= starts_on || (cancelled_on ?? '9999') <= starts_on) continue;
    counts.due += 1;
    due += one.cents ?? 0n;
    const next = all.get(one);
    if (next !== undefined) counts.renewed += 1;
    else counts[asOfDay > plus(ends_on, 30) ? 'churned' : 'open'] += 1;
    if (next?.cents == null || one.cents === null) continue;
    retained += next.cents < one.cents ? next.cents : one.cents;
    uplift += next.cents > one.cents ? next.cents - one.cents : 0n;
  }
  return {
    ...counts,
    due_arr: moneyText(due),
    retained_arr: moneyText(retained),
    uplift_arr: moneyText(uplift),
  };
}

/** The loop of each group, and of all: what GET /bowtie and GET /arr say of [from, to). */
export function oracleRevenue(
  history: History,
  org: OracleOrg,
  query: OracleQuery,
  now: number,
): (range: Range, group: string | null) => ReturnType<typeof moneyOf> & { renewals: object } {
  const asked = ask(org, { ...query, clock: 'cohort' }, now);
  const { by } = asked;
  const asOfDay = oracleDay(asked.asOf, org.time_zone);
  const days = daysOf('2025-06-01', '2026-07-01');
  return (range, group) => {
    const grouped: GroupOf = (dimensions) => {
      if (!passes(asked, dimensions, true)) return 'left out';
      if (group === null || by === null) return 'all';
      return dimensions[by] === group ? 'all' : 'left out';
    };
    const all = heldContracts(history, org);
    const balances =
      all.length > 0
        ? balancesOfContracts(all, asked, days, grouped)
        : balancesOfEvents(history, asked, days, grouped);
    const units = [...balances].filter(([key]) => JSON.parse(key)[0] === 'all');
    const successors = successorsOf(all);
    const mine = all.filter((one) => grouped(one.dimensions) === 'all');
    const renewals = renewalsOf(mine, successors, range, asOfDay);
    return {
      ...moneyOf(
        units.map(([, row]) => row),
        days,
        range,
      ),
      renewals,
    };
  };
}
