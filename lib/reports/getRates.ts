import type { RatesAnswer } from '#lib/contract/rates.ts';
import { fxRates } from '#lib/store/fxRates.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { ReportContext } from './context.ts';

/** Every exchange rate of an organization, the latest first. */
export async function getRates({ pool, org }: ReportContext): Promise<RatesAnswer> {
  const rates = await inOrg(pool, org.id, 'read', fxRates);
  const data = rates.map(({ onDate, currency, rate }) => ({
    date: onDate,
    currency,
    rate: plain(rate),
  }));
  return { data: data.sort((a, b) => (a.date < b.date ? 1 : Number(a.date > b.date) * -1)) };
}

/** The database pads rates with zeros. */
function plain(rate: string): string {
  return rate.includes('.') ? rate.replace(/\.?0+$/, '') : rate;
}
