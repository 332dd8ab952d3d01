export type Format = ReturnType<typeof createFormat>;

const COMPACT_FROM = 100_000;

/** Every number and date of a page, as the reader's language writes it. Missing is "—". */
export function createFormat(locale: string, place: { currency: string; timeZone: string }) {
  const number = (options: Intl.NumberFormatOptions) => {
    const made = new Intl.NumberFormat(locale, options);
    return (value: number | null | undefined) =>
      value === null || value === undefined || !Number.isFinite(value)
        ? '—'
        : steady(made.format(value));
  };
  const whole = number({ maximumFractionDigits: 0 });
  const short = number({ notation: 'compact', maximumFractionDigits: 1 });
  const percent = number(oneDigit({ style: 'percent' }));
  const signed = number(oneDigit({ signDisplay: 'exceptZero' }));
  const days = number({
    style: 'unit',
    unit: 'day',
    unitDisplay: locale === 'en' ? 'narrow' : 'short',
    maximumFractionDigits: 1,
  });
  const currency = { style: 'currency', currency: place.currency, currencyDisplay: 'narrowSymbol' };
  const cash = number({ ...currency, maximumFractionDigits: 0 } as Intl.NumberFormatOptions);
  const exactCash = number({ ...currency, minimumFractionDigits: 2 } as Intl.NumberFormatOptions);
  const shortCash = number({
    ...currency,
    notation: 'compact',
    maximumSignificantDigits: 3,
  } as Intl.NumberFormatOptions);
  return {
    locale,
    count: whole,
    /** Up to 99,999 exactly, above in the language's own units: 1.2M, 123.5万, 123.5萬. */
    shortCount: (value: number) => (value < COMPACT_FROM ? whole(value) : short(value)),
    percent,
    wholePercent: number({ style: 'percent', maximumFractionDigits: 1 }),
    /** The two ends of an interval as one phrase: 20.2–23.9%. */
    interval: (ends: readonly [number, number] | null) =>
      ends === null ? '—' : `${bare(percent(ends[0]))}–${percent(ends[1])}`,
    /** A difference of two rates in percentage points, with its sign. */
    points: (difference: number) => signed(difference * 100).replace('-', '\u2212'),
    days: (value: number | null) => days(value === null ? null : roundDays(value)),
    /** To the cent, where a sum must be seen to add up. */
    cents: (amount: string) => exactCash(Number(amount)),
    money: (amount: string | null) => cash(amount === null ? null : Number(amount)),
    /** An amount in the currency that it was stated in. */
    moneyIn: (amount: string | null, code: string | null) =>
      amount === null ? '—' : moneyIn(locale, code ?? place.currency, Number(amount)),
    shortMoney: (amount: string | null) => shortCash(amount === null ? null : Number(amount)),
    /** Words as the language lists them: a, b, and c. */
    list: (words: readonly string[]) => new Intl.ListFormat(locale).format(words),
    ...dates(locale, place.timeZone),
  };
}

function dates(locale: string, timeZone: string) {
  const month = locale === 'en' ? 'short' : 'numeric';
  const long = { day: 'numeric', month, year: 'numeric' } as const;
  const day = new Intl.DateTimeFormat(locale, { ...long, timeZone: 'UTC' });
  const monthOnly = new Intl.DateTimeFormat(locale, {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
  const local = new Intl.DateTimeFormat(locale, { ...long, timeZone });
  return {
    /** A local date YYYY-MM-DD: it has no zone to be moved by. */
    day: (date: string) => steady(day.format(Date.parse(date))),
    month: (date: string) => steady(monthOnly.format(Date.parse(date))),
    /** [from, to) by its months alone: a quarter. */
    months: (from: string, to: string) => {
      const last = Math.max(Date.parse(to) - 86_400_000, Date.parse(from));
      return steady(monthOnly.formatRange(Date.parse(from), last));
    },
    /** [from, to) as a reader says it: the last day is the last day covered. */
    span: (from: string, to: string) => {
      const last = Date.parse(to) - 86_400_000;
      return steady(day.formatRange(Date.parse(from), Math.max(last, Date.parse(from))));
    },
    instant: (iso: string | null) => (iso === null ? '—' : steady(moment.format(Date.parse(iso)))),
    instantDay: (iso: string | null) =>
      iso === null ? '—' : steady(local.format(Date.parse(iso))),
  };
}

function moneyIn(locale: string, currency: string, amount: number): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  });
  return steady(format.format(amount));
}

/** Server and browser differ in the width of their spaces; text that differs is drawn twice. */
function steady(text: string): string {
  return text.replace(/[\u00a0\u2009\u202f]/g, ' ');
}

function oneDigit(options: Intl.NumberFormatOptions): Intl.NumberFormatOptions {
  return { ...options, minimumFractionDigits: 1, maximumFractionDigits: 1 };
}

function bare(percent: string): string {
  return percent.replace(/\s*%$/, '');
}

function roundDays(value: number): number {
  return value >= 20 ? Math.round(value) : value;
}
