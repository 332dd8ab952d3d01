'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useFormat } from '#components/ui/useFormat.ts';
import type { OrgAnswer } from '#lib/contract/org.ts';
import type { RatesAnswer } from '#lib/contract/rates.ts';

type Props = { rates: RatesAnswer['data']; org: OrgAnswer };

const FIRST = 60;

/** The latest first; each holds until the next one of its currency. */
export function RateTable({ rates, org }: Props) {
  const t = useTranslations('loop.rates');
  const format = useFormat({ currency: org.currency, timeZone: org.time_zone });
  const [all, setAll] = useState(false);
  if (rates.length === 0) return <p className="text-ink-2">{t('none')}</p>;
  const shown = all ? rates : rates.slice(0, FIRST);
  return (
    <div>
      <Table label={t('title')}>
        <thead>
          <tr>
            <Th>{t('date')}</Th>
            <Th>{t('currency')}</Th>
            <Th numeric>{t('rate', { currency: org.currency })}</Th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ date, currency, rate }) => (
            <tr key={`${date} ${currency}`}>
              <Th scope="row">{format.day(date)}</Th>
              <Td>{currency}</Td>
              <Td numeric>{rate}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {rates.length > FIRST && !all && (
        <Button size="sm" className="mt-3" onClick={() => setAll(true)}>
          {t('more', { n: format.count(rates.length) })}
        </Button>
      )}
    </div>
  );
}
