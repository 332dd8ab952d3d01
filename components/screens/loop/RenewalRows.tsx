'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { RenewalRowAnswer } from '#lib/contract/loop.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { daysApart } from '#lib/view/daysApart.ts';
import { groupName } from '#lib/view/groupName.ts';

type Props = {
  rows: readonly RenewalRowAnswer[];
  /** Days are counted from here. */
  day: string;
  format: Format;
  onOpen: (account: string) => void;
};

const FIRST = 12;
const ALL_THAT_ARE_SENT = 500;

/** The contracts to act on, nearest first; a customer opens its whole story. */
export function RenewalRows({ rows, day, format, onOpen }: Props) {
  const t = useTranslations('loop.renewals');
  const { text } = useText();
  const [all, setAll] = useState(false);
  if (rows.length === 0) return <p className="text-ink-2">{t('none')}</p>;
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <>
      <Table label={t('listLabel')}>
        <thead>
          <tr>
            <Th>{t('ends')}</Th>
            <Th>{t('account')}</Th>
            <Th className="max-sm:hidden">{t('contract')}</Th>
            <Th numeric>{t('arr')}</Th>
            <Th>{t('state')}</Th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => {
            const name = row.account_name ?? row.account_id;
            return (
              <tr key={`${row.contract_id}:${row.ends_on}`}>
                <Td className="whitespace-nowrap">
                  {format.day(row.ends_on)}
                  <Distance days={daysApart(day, row.ends_on)} />
                </Td>
                <Th scope="row">
                  <NumberButton
                    aria-label={t('openAccount', { name })}
                    onClick={() => onOpen(row.account_id)}
                  >
                    {name}
                  </NumberButton>
                  <span className="block text-xs font-normal text-ink-3">
                    {text(groupName(row.segment))} · {text(groupName(row.product))}
                  </span>
                </Th>
                <Td className="text-ink-2 max-sm:hidden">{row.contract_id}</Td>
                <Td numeric>{format.money(row.arr)}</Td>
                <Td>
                  <State row={row} format={format} />
                </Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      {rows.length > FIRST && !all && (
        <Button size="sm" className="mt-3" onClick={() => setAll(true)}>
          {t('more', { n: format.count(rows.length) })}
        </Button>
      )}
      {all && rows.length >= ALL_THAT_ARE_SENT && (
        <p className="mt-2 text-xs text-ink-3">{t('capped')}</p>
      )}
    </>
  );
}

function Distance({ days }: { days: number }) {
  const t = useTranslations('loop.renewals');
  return (
    <span className={cx('block text-xs', days < 0 ? 'text-warn-600' : 'text-ink-3')}>
      {days < 0 ? t('ago', { n: -days }) : t('days', { n: days })}
    </span>
  );
}

function State({ row, format }: { row: RenewalRowAnswer; format: Format }) {
  const t = useTranslations('loop.renewals');
  if (row.outcome === 'renewed') {
    return (
      <span className="text-loop-700">
        {t('renewedAt', { arr: format.money(row.successor_arr) })}
      </span>
    );
  }
  return (
    <span className="flex flex-wrap gap-1">
      {row.risks.map((risk) => (
        <span
          key={risk}
          className={[
            'rounded-full border border-warn-200 bg-warn-50 px-2 text-xs whitespace-nowrap',
            'text-warn-700',
          ].join(' ')}
        >
          {t(`risk.${risk}`)}
        </span>
      ))}
      {row.risks.length === 0 && <span className="text-ink-2">{t(row.outcome)}</span>}
    </span>
  );
}
