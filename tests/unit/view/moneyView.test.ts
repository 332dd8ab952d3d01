import { expect, test } from 'vitest';
import type { AnswerMeta, LoopAnswer } from '#lib/contract/bowtie.ts';
import { bowtieShape } from '#lib/view/bowtieShape.ts';
import { bowtieTable } from '#lib/view/bowtieTable.ts';
import { createFormat } from '#lib/view/createFormat.ts';
import { flowsBack, moneyView } from '#lib/view/moneyView.ts';
import { prepareBowtie } from '#lib/view/prepareBowtie.ts';
import { explainMovements } from '#lib/view/prepareExplain.ts';
import { parseSelection } from '#lib/view/selection.ts';
import { bowtie } from './answers.ts';

const loop: LoopAnswer = {
  ...{ start_arr: '1000.00', new: '50.00', reactivation: '0.00', expansion: '400.00' },
  ...{ contraction: '0.00', churn: '100.00', end_arr: '1350.00' },
  ...{ nrr: 1.3, grr: 0.9, logo_retention: 0.8, unconverted: 0 },
  renewals: {
    ...{ due: 4, renewed: 3, churned: 1, open: 0 },
    ...{ due_arr: '1000.00', retained_arr: '900.00', uplift_arr: '0.00' },
  },
};
const total = bowtie(
  { sal: 100, won: 40, onboarded: 36, adopted: 9 },
  { amounts: { won: 4000, onboarded: 3600, adopted: 900 } },
);
const counts = prepareBowtie(total, null, 'cohort');
const money = moneyView(counts, loop);

test('in money the right side is drawn by ARR, and the left side stays as it was', () => {
  const [before, after] = [bowtieShape(counts), bowtieShape(money)];
  const sizes = (shape: typeof before, side: string) =>
    shape.plates.filter(({ stage }) => stage.side === side).map(({ size }) => size);
  for (const side of ['left', 'knot']) expect(sizes(after, side)).toEqual(sizes(before, side));
  const [live = 0, adopted = 1] = sizes(after, 'right');
  expect(live / adopted).toBeCloseTo(Math.sqrt(3600 / 900));
  expect(after.fullLeft).toBe(before.fullLeft);
});

test('the mouth has what was added, renewed, taken away and lost; nothing stays a gap', () => {
  const { ribbons } = bowtieShape(money);
  expect(ribbons.map(({ movement, amount }) => [movement, amount])).toEqual([
    ['expanded', '400.00'],
    ['renewed', '900.00'],
    ['contracted', '0.00'],
    ['churned', '100.00'],
  ]);
  expect(ribbons.find(({ movement }) => movement === 'contracted')?.sizeTo).toBe(0);
  expect(flowsBack(loop)).toBe(1300);
});

test('every movement opens what it was told from: events, or accounts and contracts', () => {
  expect(counts.movements.map(({ opens }) => opens)).toEqual([
    ...['expanded', 'renewed', 'contracted', 'churned'],
  ]);
  expect(money.movements.map(({ opens }) => opens)).toEqual([
    ...['expansion', 'renewal-renewed', 'contraction', 'churn'],
  ]);
  for (const { opens } of [...counts.movements, ...money.movements]) {
    expect(parseSelection(opens)).not.toBeNull();
  }
});

test('the question mark of the movements speaks of what is shown', () => {
  const span = { from: '2026-01-01', to: '2026-02-01', window_days: null };
  const meta = { ...span, data_through: null, as_of: '2026-03-01T00:00:00Z' } as AnswerMeta;
  const format = createFormat('en', { currency: 'USD', timeZone: 'UTC' });
  const said = explainMovements(money.movements, meta, format);
  expect(said.says.key).toBe('home.explain.saysMoney');
  expect(said.lists.map(({ value }) => value)).toEqual(['$400', '$900', '$0', '$100']);
  expect(explainMovements(counts.movements, meta, format).says.key).toContain('saysMovements');
});

test('an estimate of counts is not drawn over amounts', () => {
  const open = bowtie({ sal: 100, won: 40, onboarded: 20 }, { open: 10 });
  const shape = bowtieShape(moneyView(prepareBowtie(open, null, 'cohort'), loop));
  expect(shape.flows.filter(({ side }) => side === 'right').map(({ matures }) => matures)).toEqual([
    null,
  ]);
});

test('the exported table has the amounts of the movements', () => {
  const [head = [], ...rows] = bowtieTable(money);
  const at = head.indexOf('amount');
  const renewed = rows.find(([part, name]) => part === 'movement' && name === 'renewed');
  expect(renewed?.[at]).toBe('900.00');
});
