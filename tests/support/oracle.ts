import { oracleAsOf, oracleCompareRange, oracleDayStart } from './oracleCalendar.ts';
import {
  type Ended,
  type Entered,
  enteredAt,
  isOutOfOrder,
  nextAfter,
  outcomeOf,
  type Rule,
  staySince,
  stockOf,
} from './oracleEntries.ts';
import {
  byCodePoint,
  DIMENSIONS,
  type Dimension,
  type Dimensions,
  type History,
  LADDER,
  type LadderStage,
  type OracleOrg,
  type Step,
  stepsOf,
} from './oracleHistory.ts';
import { moneyText } from './oracleMoney.ts';
import { contractGroups } from './oracleSegments.ts';
import { oracleMatured, oracleQuantile, oracleWilson, toDays } from './oracleStatistics.ts';

export type OracleQuery = {
  from: string;
  to: string;
  clock?: 'cohort' | 'period' | 'snapshot';
  rule?: Rule;
  windowDays?: number | null;
  horizonDays?: number | null;
  asOf?: string | null;
  by?: Dimension | null;
  compare?: 'previous' | 'year' | 'none';
  where?: { [dimension in Dimension]?: string[] };
};

/** A query with everything said. */
export type Asked = {
  org: OracleOrg;
  clock: 'cohort' | 'period' | 'snapshot';
  rule: Rule;
  windowDays: number | null;
  horizonDays: number | null;
  by: Dimension | null;
  where: { [dimension in Dimension]?: string[] };
  /** Milliseconds: [from, to), and `as_of` inclusive. */
  from: number;
  to: number;
  asOf: number;
};

/** A record's entry into a stage, or its stock in it. */
export type Item = {
  recordId: string;
  stage: LadderStage;
  steps: readonly Step[];
  entry: Entered;
  next: Entered | null;
  ended: Ended;
  endedWithoutWindow: Ended;
};

export function ask(org: OracleOrg, query: OracleQuery, now: number): Asked {
  return {
    org: { ...org, stages: LADDER.filter((stage) => org.stages.includes(stage)) },
    clock: query.clock ?? 'cohort',
    rule: query.rule ?? 'implied',
    windowDays: query.windowDays ?? null,
    horizonDays: query.horizonDays ?? null,
    by: query.by ?? null,
    where: query.where ?? {},
    from: oracleDayStart(query.from, org.time_zone),
    to: oracleDayStart(query.to, org.time_zone),
    asOf: oracleAsOf(query.asOf ?? null, org.time_zone, now),
  };
}

/** Whether what a record carried passes the filters; motion has one by default. */
export function passes(asked: Asked, dimensions: Dimensions, allMotions: boolean): boolean {
  const anyMotion = allMotions || asked.where.motion !== undefined || asked.by === 'motion';
  if (!anyMotion && dimensions.motion !== 'new_business') return false;
  return DIMENSIONS.every((one) => asked.where[one]?.includes(dimensions[one]) ?? true);
}

/** All entries in [from, to) under the rule (snapshot: the stock before `to`) that pass. */
export function itemsOf(asked: Asked, records: Map<string, Step[]>): Item[] {
  const items: Item[] = [];
  for (const [recordId, steps] of records) {
    const found = asked.clock === 'snapshot' ? stock(asked, steps) : entries(asked, steps);
    for (const item of found) {
      if (passes(asked, item.entry.step.dimensions, false)) items.push({ recordId, ...item });
    }
  }
  return items;
}

function stock(asked: Asked, steps: readonly Step[]): Omit<Item, 'recordId'>[] {
  const before = steps.filter((step) => step.at < asked.to);
  const held = stockOf(before, asked.org.stages);
  if (held === null) return [];
  const at = staySince(before, asked.org.stages);
  const entry = { step: held.step, at, implied: false };
  const open: Ended = { outcome: 'open', at: null };
  return [{ stage: held.stage, steps, entry, next: null, ended: open, endedWithoutWindow: open }];
}

function entries(asked: Asked, steps: readonly Step[]): Omit<Item, 'recordId'>[] {
  const { org, rule, from, to, asOf, windowDays } = asked;
  return org.stages.flatMap((stage, place) => {
    const entry = enteredAt(steps, stage, rule);
    if (entry === null || entry.at < from || entry.at >= to) return [];
    const next = nextAfter(steps, entry, org.stages[place + 1] ?? null, rule);
    const ended = outcomeOf(steps, stage, entry, next, asOf, windowDays);
    const endedWithoutWindow = outcomeOf(steps, stage, entry, next, asOf, null);
    return [{ stage, steps, entry, next, ended, endedWithoutWindow }];
  });
}

function stageAnswer(asked: Asked, items: readonly Item[], stage: LadderStage) {
  const own = items.filter((item) => item.stage === stage);
  const cents = own.map((item) => item.entry.step.cents ?? 0n).reduce((a, b) => a + b, 0n);
  const unconverted = own.filter(
    ({ entry: { step } }) => step.amount !== null && step.cents === null,
  );
  return {
    stage,
    entries: own.length,
    implied: own.filter((item) => item.entry.implied).length,
    amount: moneyText(cents),
    unconverted: unconverted.length,
    from_first: asked.clock === 'cohort' ? fromFirst(asked, items, stage) : null,
  };
}

function fromFirst(asked: Asked, items: readonly Item[], stage: LadderStage) {
  const cohort = items.filter((item) => item.stage === asked.org.stages[0]);
  const there = cohort.filter((item) => {
    const entry = enteredAt(item.steps, stage, asked.rule);
    return entry !== null && entry.at >= item.entry.at;
  });
  const rate = cohort.length === 0 ? null : there.length / cohort.length;
  return { base: cohort.length, advanced: there.length, rate };
}

function daysOf(items: readonly Item[]) {
  const advanced = items.filter((item) => item.ended.outcome === 'advanced');
  const days = advanced
    .filter((item) => !item.entry.implied && item.next !== null && !item.next.implied)
    .map((item) => toDays((item.next?.at ?? 0) - item.entry.at));
  return {
    n: days.length,
    p25: oracleQuantile(days, 0.25),
    p50: oracleQuantile(days, 0.5),
    p75: oracleQuantile(days, 0.75),
    out_of_order: advanced.filter((item) => isOutOfOrder(item.steps, item.stage)).length,
  };
}

function cohortConversion(asked: Asked, own: readonly Item[]) {
  const count = (outcome: Ended['outcome']) =>
    own.filter((item) => item.ended.outcome === outcome).length;
  const advanced = count('advanced');
  const durations = own.map(({ entry, endedWithoutWindow: { outcome, at } }) => ({
    days: toDays((at ?? asked.asOf) - entry.at),
    end: outcome === 'advanced' || outcome === 'open' ? outcome : ('ended' as const),
  }));
  return {
    base: own.length,
    advanced,
    lost: count('lost'),
    no_decision: count('no_decision'),
    expired: count('expired'),
    open: count('open'),
    rate: own.length === 0 ? null : advanced / own.length,
    interval: oracleWilson(advanced, own.length),
    matured: oracleMatured(durations, asked.horizonDays, asked.windowDays),
    days: daysOf(own),
    approximate: false,
  };
}

function conversionAnswers(asked: Asked, items: readonly Item[]) {
  const { stages } = asked.org;
  if (asked.clock === 'snapshot') return [];
  return stages.slice(0, -1).map((from, place) => {
    const to = stages[place + 1] ?? from;
    const own = items.filter((item) => item.stage === from);
    if (asked.clock === 'cohort') return { from, to, ...cohortConversion(asked, own) };
    const flow = items.filter((item) => item.stage === to).length;
    return {
      from,
      to,
      base: own.length,
      advanced: flow,
      lost: null,
      no_decision: null,
      expired: null,
      open: null,
      rate: own.length === 0 ? null : flow / own.length,
      interval: null,
      matured: null,
      days: null,
      approximate: false,
    };
  });
}

function movementsOf(asked: Asked, records: Map<string, Step[]>): Step[] {
  return [...records.values()]
    .flat()
    .filter((step) => ['renewed', 'expanded', 'contracted', 'churned'].includes(step.stage))
    .filter((step) => step.at >= asked.from && step.at < asked.to)
    .filter((step) => passes(asked, step.dimensions, true));
}

function answerOf(asked: Asked, items: readonly Item[], movements: readonly Step[]) {
  const count = (stage: string) => movements.filter((step) => step.stage === stage).length;
  return {
    stages: asked.org.stages.map((stage) => stageAnswer(asked, items, stage)),
    conversions: conversionAnswers(asked, items),
    movements: {
      renewed: count('renewed'),
      expanded: count('expanded'),
      contracted: count('contracted'),
      churned: count('churned'),
    },
    loop: null,
  };
}

/** The values of the contracts of the org that pass: each is a group, even without an entry. */
function contractValues(history: History, asked: Asked, by: Dimension): string[] {
  const values = history.contracts.map((contract) => {
    const dimensions = contractGroups(history, asked.org, contract);
    return passes(asked, dimensions, true) ? dimensions[by] : null;
  });
  return values.filter((value) => value !== null);
}

/** The org's own order, then code points; `unknown` last. */
function inOrgOrder(org: OracleOrg, by: Dimension, values: Iterable<string>): string[] {
  const wanted = org.order?.[by] ?? [];
  const rank = (value: string) => {
    if (value === 'unknown') return wanted.length + 1;
    return wanted.includes(value) ? wanted.indexOf(value) : wanted.length;
  };
  return [...new Set(values)].sort((a, b) => rank(a) - rank(b) || byCodePoint(a, b));
}

function answers(history: History, asked: Asked) {
  const records = stepsOf(history, asked.org, asked.asOf);
  const items = itemsOf(asked, records);
  const movements = movementsOf(asked, records);
  const { by } = asked;
  const total = answerOf(asked, items, movements);
  if (by === null) return { groups: [], total };
  const values = items.map((item) => item.entry.step.dimensions[by]);
  const all = inOrgOrder(asked.org, by, [...values, ...contractValues(history, asked, by)]);
  const groups = all.map((value) => {
    const own = items.filter((item) => item.entry.step.dimensions[by] === value);
    const moved = movements.filter((step) => step.dimensions[by] === value);
    return { key: { [by]: value }, ...answerOf(asked, own, moved) };
  });
  return { groups, total };
}

/**
 * The complete `data` of GET /bowtie (and `as_of`, `data_through` of its `meta`), from all that was
 * received. `now` in milliseconds. Slow on purpose: for histories of some hundred events.
 */
export function oracleBowtie(history: History, org: OracleOrg, query: OracleQuery, now: number) {
  const asked = ask(org, query, now);
  const { compare = 'none' } = query;
  const range = compare === 'none' ? null : oracleCompareRange(query.from, query.to, compare);
  const asOf = new Date(asked.asOf).toISOString();
  const times = [...stepsOf(history, org, asked.asOf).values()].flat().map((step) => step.at);
  return {
    data: {
      ...answers(history, asked),
      compare:
        range === null
          ? null
          : { ...range, as_of: asOf, ...answers(history, ask(org, { ...query, ...range }, now)) },
    },
    meta: {
      as_of: asOf,
      data_through: times.length === 0 ? null : new Date(Math.max(...times)).toISOString(),
    },
  };
}
