import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences } from '#tests/support/closeTo.ts';
import { deriveHistory, libBowtie } from '#tests/support/libBowtie.ts';
import { oracleBowtie } from '#tests/support/oracle.ts';
import {
  historyArbitrary,
  orgArbitrary,
  queryArbitrary,
  RANDOM_NOW,
} from '#tests/support/randomHistory.ts';

test('lib/bowtie equals the oracle on random histories and questions', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(
      historyArbitrary,
      orgArbitrary,
      fc.array(queryArbitrary, { minLength: 4, maxLength: 4 }),
      (history, org, queries) => {
        const records = deriveHistory(history, org);
        for (const query of queries) {
          const { data } = oracleBowtie(history, org, query, RANDOM_NOW);
          const found = libBowtie(records, org, query, RANDOM_NOW);
          expect(differences(found, data)).toEqual([]);
          expect(differences(data, found)).toEqual([]);
        }
      },
    ),
    { numRuns: 150 },
  );
});
