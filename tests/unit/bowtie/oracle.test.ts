import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryOutcome } from '#lib/bowtie/entryOutcome.ts';
import { terminalAt } from '#lib/bowtie/terminalAt.ts';
import { differences } from '#tests/support/closeTo.ts';
import { type Derived, deriveHistory, libBowtie, spanAt } from '#tests/support/libBowtie.ts';
import { ask, type Item, itemsOf, type OracleQuery, oracleBowtie } from '#tests/support/oracle.ts';
import { type OracleOrg, stepsOf } from '#tests/support/oracleHistory.ts';
import {
  historyArbitrary,
  orgArbitrary,
  queryArbitrary,
  RANDOM_NOW,
} from '#tests/support/randomHistory.ts';
import { ruleArbitrary } from '#tests/support/randomRule.ts';

const questions = fc.array(queryArbitrary, { minLength: 4, maxLength: 4 });
const TIMEOUT = 120_000;

const settings = fc
  .tuple(orgArbitrary, fc.option(ruleArbitrary, { nil: undefined }))
  .map(([org, rule]): OracleOrg => (rule === undefined ? org : { ...org, segment_rule: rule }));

test('answers equal the oracle on random histories and questions', { timeout: TIMEOUT }, () => {
  const property = fc.property(historyArbitrary, settings, questions, (history, org, asked) => {
    const records = deriveHistory(history, org);
    for (const query of asked) {
      const { data } = oracleBowtie(history, org, query, RANDOM_NOW);
      const found = libBowtie(records, org, query, RANDOM_NOW);
      expect(differences(found, data)).toEqual([]);
      expect(differences(data, found)).toEqual([]);
    }
  });
  fc.assert(property, { numRuns: 120 });
});

/** What lib/bowtie says of one entry (or stay) that the oracle found. */
function seen(records: Derived, org: OracleOrg, query: OracleQuery, item: Item) {
  const { asOf, to, rule } = ask(org, query, RANDOM_NOW);
  const derived = records.find(({ recordId }) => recordId === item.recordId)?.derived;
  if (query.clock === 'snapshot') {
    const span = spanAt(derived?.spans ?? [], Math.min(to - 1, asOf));
    return { at: span?.staySince, ended: item.ended, carried: span };
  }
  const entry = derived?.entries.find(
    (one) => one.stage === item.stage && (one.rule === 'both' || one.rule === rule),
  );
  if (entry === undefined) return null;
  const span = spanAt(derived?.spans ?? [], asOf);
  const terminal = terminalAt(entry, asOf) ?? terminalAt(entry, asOf, span);
  if (terminal === null) return null;
  const { outcome, endedAt } = entryOutcome(entry, terminal, asOf, query.windowDays ?? null);
  return { at: entry.enteredAt, ended: { outcome, at: endedAt }, carried: entry };
}

test('each entry and stay equals the oracle', { timeout: TIMEOUT }, () => {
  const property = fc.property(historyArbitrary, orgArbitrary, questions, (history, org, asked) => {
    const records = deriveHistory(history, org);
    for (const query of asked) {
      const scope = ask(org, query, RANDOM_NOW);
      for (const item of itemsOf(scope, stepsOf(history, org, scope.asOf))) {
        const found = seen(records, org, query, item);
        const { step, at } = item.entry;
        expect({ at: found?.at, ended: found?.ended }).toEqual({ at, ended: item.ended });
        expect(found?.carried).toMatchObject({
          accountId: step.accountId,
          dimensions: step.dimensions,
          amount: step.amount,
          currency: step.currency,
        });
      }
    }
  });
  fc.assert(property, { numRuns: 60 });
});
