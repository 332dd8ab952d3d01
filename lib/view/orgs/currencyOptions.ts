import type { Choice } from './zoneOptions.ts';

const COMMON = ['USD', 'EUR', 'CNY', 'TWD', 'HKD', 'JPY', 'GBP', 'SGD'];

/** All currencies with their names: the frequent ones first, the others by code. */
export function currencyOptions(locale: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const others = Intl.supportedValuesOf('currency').filter((code) => !COMMON.includes(code));
  return [...COMMON, ...others].map((code) => {
    const name = names.of(code);
    return name === undefined || name === code
      ? { value: code, label: code }
      : { value: code, label: code, hint: name };
  });
}
