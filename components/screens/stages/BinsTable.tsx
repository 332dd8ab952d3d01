'use client';
import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { StayAnswer } from '#lib/contract/stages.ts';
import type { Format } from '#lib/view/createFormat.ts';

type Props = { bins: StayAnswer['data']['bins']; label: string; format: Format };

export function BinsTable({ bins, label, format }: Props) {
  const t = useTranslations();
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{t('stages.stay.days')}</Th>
          <Th numeric>{t('terms.outcome.advanced')}</Th>
          <Th numeric>{t('terms.outcome.lost')}</Th>
          <Th numeric>{t('terms.outcome.no_decision')}</Th>
        </tr>
      </thead>
      <tbody>
        {bins.map(({ from, to, ...counts }) => (
          <tr key={from}>
            <Th scope="row">
              {to === null
                ? t('stages.stay.more', { from: format.days(from) })
                : t('stages.stay.range', { from: format.days(from), to: format.days(to) })}
            </Th>
            <Td numeric>{format.count(counts.advanced)}</Td>
            <Td numeric>{format.count(counts.lost)}</Td>
            <Td numeric>{format.count(counts.no_decision)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
