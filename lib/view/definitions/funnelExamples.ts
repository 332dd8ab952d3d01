import { fromFirst, periodConversion } from '#lib/bowtie/conversionStats.ts';
import { deriveRecord } from '#lib/bowtie/deriveRecord.ts';
import { durationHistogram, EMPTY_CELL } from '#lib/bowtie/durationHistogram.ts';
import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import { maturedRate } from '#lib/bowtie/maturedRate.ts';
import { convertAmount, sumMoney } from '#lib/bowtie/money.ts';
import { winRates } from '#lib/bowtie/pipelineFigures.ts';
import { quantile } from '#lib/bowtie/quantile.ts';
import { ratio } from '#lib/bowtie/ratio.ts';
import { BARE_CONTEXT, BARE_EVENT } from '#lib/bowtie/records.ts';
import type { Stage } from '#lib/bowtie/stages.ts';
import { wilsonInterval } from '#lib/bowtie/wilsonInterval.ts';
import { count, day, days, money, percent, points, stage } from './exampleValue.ts';

const JUMP = { mql: '2026-01-05', sal: '2026-01-09', lost: '2026-01-20' } as const;

function jump() {
  const events = Object.entries(JUMP).map(([name, on]) => ({
    ...BARE_EVENT,
    eventId: name,
    stage: name as Stage,
    occurredAt: Date.parse(on),
  }));
  const context = { ...BARE_CONTEXT, stagesOn: ['mql', 'sql', 'sal', 'won'] as const };
  return deriveRecord(events, context);
}

/** A record that skips a stage: what it entered, and where it stands on two days. */
export function entriesExample() {
  const entered = jump().entries.filter(({ rule }) => rule !== 'actual');
  const implied = entered.find((one) => one.implied);
  const dates = { from: day(JUMP.mql), to: day(JUMP.sal) };
  const names = { first: stage('mql'), last: stage('sal'), skipped: stage(implied?.stage ?? '') };
  return { ...dates, ...names, n: count(entered.length) };
}

export function stockExample() {
  const { spans } = jump();
  const inStock = (on: string) => {
    const at = Date.parse(on);
    const held = spans.find(({ fromAt, toAt }) => fromAt < at && (toAt === null || at <= toAt));
    return held?.inStock ? held.stage : null;
  };
  const after = ['2026-02-01'].filter((on) => inStock(on) !== null).length;
  return {
    from: day(JUMP.mql),
    to: day(JUMP.sal),
    lost: day(JUMP.lost),
    first: stage('mql'),
    last: stage(inStock('2026-01-15') ?? ''),
    mid: day('2026-01-15'),
    later: day('2026-02-01'),
    n: count(after),
  };
}

export function amountExample() {
  const other = '10000';
  const rate = '1.1';
  const sum = sumMoney(['12000.00', convertAmount(other, rate)]);
  return { own: money('12000.00'), other: count(Number(other)), sum: money(sum) };
}

export function rateExample() {
  const [base, advanced] = [1200, 120];
  return { base: count(base), advanced: count(advanced), rate: percent(ratio(advanced, base)) };
}

export function flowsExample() {
  const { base, advanced, rate } = periodConversion(40, 60);
  return { base: count(base), advanced: count(advanced), rate: percent(rate) };
}

export function fromFirstExample() {
  const { base, advanced, rate } = fromFirst(1200, 30);
  return { base: count(base), advanced: count(advanced), rate: percent(rate) };
}

export function intervalExample() {
  const few = { as: 'interval' as const, value: wilsonInterval(12, 120) };
  const many = { as: 'interval' as const, value: wilsonInterval(120, 1200) };
  return { rate: percent(ratio(12, 120)), few, many };
}

export function maturedExample() {
  const after = (age: number, ends: object) => ({ ...EMPTY_CELL, ms: age * DAY_MS, ...ends });
  const histogram = durationHistogram([
    after(10, { advanced: 20 }),
    after(15, { open: 40 }),
    after(20, { advanced: 20 }),
    after(30, { lost: 20 }),
  ]);
  const told = maturedRate(histogram);
  return {
    base: count(100),
    early: count(20),
    late: count(20),
    lost: count(20),
    open: count(40),
    rate: percent(ratio(40, 100)),
    matured: percent(told?.rate ?? null),
    horizon: days(told?.horizon_days ?? null),
  };
}

export function daysExample() {
  const stays = [4, 10, 12, 20, 46];
  const at = (p: number) => days(quantile(stays, p));
  return { stays: count(stays.length), p25: at(0.25), p50: at(0.5), p75: at(0.75) };
}

export function winRateExample() {
  const deals = { won: 30, lost: 50, noDecision: 20, open: 100 };
  const { narrow, broad, created } = winRates(deals);
  const counts = Object.entries(deals).map(([name, value]) => [name, count(value)] as const);
  const rates = { narrow: percent(narrow.value), broad: percent(broad.value) };
  return { ...Object.fromEntries(counts), ...rates, created: percent(created.value) };
}

export function changeExample() {
  const [before, after] = [0.2, 0.25];
  return { before: percent(before), after: percent(after), change: points(after - before) };
}
