import { breakPoint } from '#lib/bowtie/breakPoint.ts';
import { closeGap } from '#lib/bowtie/closeGap.ts';
import { splitProduct } from '#lib/bowtie/logMean.ts';
import { mixRate } from '#lib/bowtie/mixRate.ts';
import { quantile } from '#lib/bowtie/quantile.ts';
import { ratio } from '#lib/bowtie/ratio.ts';
import { count, days, money, percent, points } from './exampleValue.ts';

export function movesExample() {
  const [base, skipped, advanced, back] = [80, 12, 40, 2];
  return {
    base: count(base),
    skipped: count(skipped),
    skippedRate: percent(ratio(skipped, base)),
    advanced: count(advanced),
    back: count(back),
    backRate: percent(ratio(back, advanced)),
  };
}

export function stuckExample() {
  const median = quantile([8, 10, 20], 0.5) ?? 0;
  return { median: days(median), limit: days(1.5 * median) };
}

export function handOffExample() {
  const [given, taken, back] = [60, 45, 10];
  const rate = percent(ratio(taken, given));
  return {
    given: count(given),
    taken: count(taken),
    back: count(back),
    open: count(given - taken - back),
    rate,
  };
}

export function mixExample() {
  const told = mixRate([
    { key: 'small', before: { base: 50, advanced: 10 }, after: { base: 80, advanced: 16 } },
    { key: 'key', before: { base: 50, advanced: 30 }, after: { base: 20, advanced: 12 } },
  ]);
  return {
    small: percent(0.2),
    large: percent(0.6),
    weight: percent(0.5),
    weightNow: percent(0.8),
    before: percent(told?.before ?? null),
    after: percent(told?.after ?? null),
    mix: points(told?.mix ?? 0),
    rate: points(told?.rate ?? 0),
  };
}

export function productExample() {
  const [entries, rate] = [
    { before: 100, after: 120 },
    { before: 0.2, after: 0.25 },
  ];
  const [byEntries = 0, byRate = 0] = splitProduct([entries, rate]).map(
    (part) => Math.round(part * 100) / 100,
  );
  const amount = (deals: number) => money(String(deals * 1000));
  return {
    entries: count(entries.before),
    entriesNow: count(entries.after),
    rate: percent(rate.before),
    rateNow: percent(rate.after),
    before: amount(entries.before * rate.before),
    after: amount(entries.after * rate.after),
    byEntries: amount(byEntries),
    byRate: amount(byRate),
  };
}

export function gapExample() {
  const gap = { entries: 100, rate: 0.5, target: 0.8, downstream: [0.5], amountPerWin: '1000.00' };
  const { wins, arr, arrAYear } = closeGap({ ...gap, days: 73 });
  return {
    entries: count(gap.entries),
    rate: percent(gap.rate),
    target: percent(gap.target),
    later: percent(0.5),
    each: money(gap.amountPerWin),
    days: days(73),
    wins: count(wins),
    arr: money(arr),
    year: money(arrAYear),
  };
}

export function breakExample() {
  const weeks = (advanced: number) => Array.from({ length: 6 }, () => ({ base: 40, advanced }));
  const found = breakPoint([...weeks(30), ...weeks(12)]);
  const rate = (side: 'before' | 'after') =>
    percent(found === null ? null : ratio(found[side].advanced, found[side].base));
  return { week: count((found?.index ?? 0) + 1), before: rate('before'), after: rate('after') };
}
