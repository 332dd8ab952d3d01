import fc from 'fast-check';
import type { OracleRule } from './oracleRule.ts';

const written = fc.constantFrom('small', 'mid', 'key', 'constructor');
const segment = fc.constantFrom('small', 'mid', 'key', 'tiny', 'unknown');

/** Amounts of random events and contracts, in and beside their rates. */
const AMOUNTS = ['0', '0.01', '100', '1200', '12000', '12000.01', '36000.50', '990000'];

/** Names that move within a circle, onto nothing and onto what nobody writes; few or many bands. */
export const ruleArbitrary: fc.Arbitrary<OracleRule> = fc.record({
  names: fc.dictionary(written, segment, { maxKeys: 3, noNullPrototype: true }),
  bands: fc
    .tuple(fc.subarray(AMOUNTS), fc.array(segment, { minLength: 8, maxLength: 8 }))
    .map(([amounts, segments]) =>
      amounts.map((from, index) => ({ from, segment: segments[index] ?? 'tiny' })),
    ),
});
