'use client';
import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { AccountAnswer } from '#lib/contract/account.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { groupName } from '#lib/view/groupName.ts';

type Props = { contracts: AccountAnswer['data']['contracts']; format: Format };

export function AccountContracts({ contracts, format }: Props) {
  const t = useTranslations('loop.account');
  const { text } = useText();
  return (
    <section>
      <h3 className="mb-2 text-sm font-semibold">{t('contracts')}</h3>
      <Table label={t('contracts')} className="-mx-3">
        <thead>
          <tr>
            <Th>{t('covers')}</Th>
            <Th numeric>ARR</Th>
          </tr>
        </thead>
        <tbody>
          {contracts.map((one) => (
            <tr key={`${one.source}:${one.contract_id}`}>
              <Th scope="row" className="whitespace-normal">
                {one.ends_on === null
                  ? `${format.day(one.starts_on)} · ${t('openEnded')}`
                  : format.span(one.starts_on, one.ends_on)}
                <span className="block text-xs font-normal text-ink-3">
                  {text(groupName(one.product))} · {one.contract_id}
                  {one.outcome && ` · ${t(`outcome.${one.outcome}`)}`}
                  {one.cancelled_on &&
                    ` · ${t('cancelled', { day: format.day(one.cancelled_on) })}`}
                </span>
              </Th>
              <Td numeric>{one.arr === null ? t('noRate') : format.money(one.arr)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
