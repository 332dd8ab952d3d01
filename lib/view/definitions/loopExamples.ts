import { type ArrStep, arrSteps, balanceAt } from '#lib/bowtie/arrSteps.ts';
import { addDays } from '#lib/bowtie/localDay.ts';
import { loopPeriod } from '#lib/bowtie/loopMovements.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import { ratio } from '#lib/bowtie/ratio.ts';
import { recurringRevenue } from '#lib/bowtie/recurringRevenue.ts';
import { retention } from '#lib/bowtie/retention.ts';
import { count, day, money, percent } from './exampleValue.ts';

const YEAR = { from: '2026-01-01', to: '2027-01-01' };

/** Four customers: one grows, one leaves, one shrinks, one is new. */
const CUSTOMERS: readonly (readonly [before: bigint, after: bigint])[] = [
  [10_000_000n, 15_000_000n],
  [8_000_000n, 0n],
  [6_000_000n, 4_000_000n],
  [0n, 7_000_000n],
];

const units: ArrStep[][] = CUSTOMERS.map(([before, after]) => {
  const then = before === 0n ? [] : [{ day: '2025-03-01', arr: before }];
  return [...then, { day: '2026-06-01', arr: after }];
});

const cents = (amount: bigint) => money(formatCents(amount));

export function arrExample() {
  const base = { from: '2026-01-01', to: '2027-01-01', arr: 1_200_000n };
  const more = { from: '2026-02-01', to: '2026-08-01', arr: 360_000n };
  const steps = arrSteps([base, more]);
  return {
    base: cents(base.arr),
    more: cents(more.arr),
    from: day(more.from),
    to: day(more.to),
    mid: day('2026-03-01'),
    during: cents(balanceAt(steps, '2026-03-02')),
    later: day('2026-09-01'),
    after: cents(balanceAt(steps, '2026-09-02')),
  };
}

export function bridgeExample() {
  const told = loopPeriod(units, YEAR);
  const { start, expansion, contraction, churn, end } = told;
  const moved = { expansion: cents(expansion), contraction: cents(contraction) };
  return {
    start: cents(start),
    new: cents(told.new),
    ...moved,
    churn: cents(churn),
    end: cents(end),
  };
}

function kept() {
  const [grown, gone, shrunk] = CUSTOMERS.map(([before, after]) => ({
    before: cents(before),
    after: cents(after),
  }));
  return {
    ...(grown && { grownFrom: grown.before, grownTo: grown.after }),
    ...(gone && { goneFrom: gone.before }),
    ...(shrunk && { shrunkFrom: shrunk.before, shrunkTo: shrunk.after }),
    start: cents(loopPeriod(units, YEAR).start),
  };
}

export function nrrExample() {
  return { ...kept(), nrr: percent(retention(units, YEAR).nrr) };
}

export function grrExample() {
  return { ...kept(), grr: percent(retention(units, YEAR).grr) };
}

export function logosExample() {
  const { customersStart } = loopPeriod(units, YEAR);
  const share = retention(units, YEAR).logo_retention;
  const left = Math.round((share ?? 0) * customersStart);
  return { n: count(customersStart), left: count(left), rate: percent(share) };
}

export function renewalExample() {
  const [due, renewed, churned] = [10, 7, 1];
  return {
    due: count(due),
    renewed: count(renewed),
    churned: count(churned),
    open: count(due - renewed - churned),
    rate: percent(ratio(renewed, renewed + churned)),
  };
}

export function growthExample() {
  const { start, end } = loopPeriod(units, YEAR);
  const growth = ratio(Number(end - start), Number(start));
  return { start: cents(start), end: cents(end), rate: percent(growth) };
}

export function atRiskExample() {
  return { end: day('2026-06-30'), today: day('2026-07-10'), cut: day('2026-02-01') };
}

export function graceExample() {
  const ends = { from: '2026-01-01', to: '2026-06-01' };
  return { end: day(ends.to), start: day('2026-06-11'), grace: count(14), gap: count(10) };
}

export function recurringShareExample() {
  const january = Array.from({ length: 31 }, (_, i) => addDays('2026-01-01', i));
  const recurring = recurringRevenue(january.map((on) => ({ day: on, arr: 12_000_000n })));
  const oneOff = 250_000n;
  return {
    arr: cents(12_000_000n),
    recurring: cents(recurring),
    oneOff: cents(oneOff),
    share: percent(ratio(Number(recurring), Number(recurring + oneOff))),
  };
}
