import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Refusal } from '#lib/contract/errors.ts';
import { readRates } from '#lib/ingest/readRates.ts';

const HEAD = 'date,currency,rate\n';
const EUR = { onDate: '2026-01-05', currency: 'EUR', rate: '1.08' };

it.each([
  ['a mark of the byte order', `\ufeff${HEAD}2026-01-05,EUR,1.08\n`],
  ['CR LF, capitals and blanks', ' Date , CURRENCY,rate\r\n2026-01-05, eur ,1.080\r\n\r\n'],
  ['semicolons', 'date;currency;rate\n2026-01-05;EUR;1.08'],
  ['a separator that Excel is told', 'sep=;\ndate;currency;rate\n2026-01-05;EUR;1.08'],
  ['quotes and empty cells behind', `${HEAD}"2026-01-05","EUR","1.08",,\n`],
  ['a later line for the same day', `${HEAD}2026-01-05,EUR,9\n2026-01-05,EUR,1.08\n`],
])('takes %s', (_, csv) => expect(readRates(csv)).toEqual([EUR]));

it.each([
  ['', /first line/],
  ['currency,date,rate\n', /first line/],
  [`${HEAD}2026-01-05,"EUR,1\n`, /line 2: a quote/],
  [`${HEAD}\n2026-02-30,EUR,1\n`, /line 3: not a date/],
  [`${HEAD}2026-01-05,EUR,1,08\n`, /line 2: 4 cells/],
  [`${HEAD}2026-01-05,Euro,1\n`, /line 2: not an ISO 4217/],
  [`${HEAD}2026-01-05,,1\n`, /line 2: the currency is missing/],
  [`${HEAD}2026-01-05,EUR,0\n`, /line 2: not a rate above 0/],
  [`${HEAD}2026-01-05,EUR,-1\n`, /line 2: not a rate above 0/],
  [`${HEAD}2026-01-05,EUR,1E5\n`, /line 2: not an amount/],
  [`${HEAD}2026-01-05,EUR,\n`, /line 2: not a rate above 0/],
  [`${HEAD}2026-01-05,EUR,1e\0\n`, /line 2: not an amount/],
  [`${HEAD}2026-01-05`, /line 2: the currency is missing/],
])('refuses %j and names the line', (csv, reason) => {
  expect(() => readRates(csv)).toThrow(reason);
  expect(() => readRates(csv)).toThrow(Refusal);
});

it('refuses or reads any text, and never fails', () => {
  const part = fc.constantFrom(
    '"',
    '""',
    ',',
    ';',
    '\n',
    '\r',
    '\0',
    '2026-01-05',
    'EUR',
    '1.08',
    ' ',
  );
  const text = fc.array(fc.oneof(part, fc.string({ maxLength: 3 })), { maxLength: 20 });
  fc.assert(
    fc.property(text, (parts) => {
      try {
        for (const rate of readRates(HEAD + parts.join('')))
          expect(Number(rate.rate)).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
      }
    }),
    { numRuns: 1000, seed: 4 },
  );
});
