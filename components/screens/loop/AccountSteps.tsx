'use client';
import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { AccountAnswer } from '#lib/contract/account.ts';
import type { Format } from '#lib/view/createFormat.ts';

type Props = { steps: AccountAnswer['data']['steps']; format: Format };

/** The step chart's twin. */
export function AccountSteps({ steps, format }: Props) {
  const t = useTranslations('loop');
  return (
    <section>
      <h3 className="mb-2 text-sm font-semibold">{t('account.changes')}</h3>
      <Table label={t('account.changes')} className="-mx-3">
        <thead>
          <tr>
            <Th>{t('account.day')}</Th>
            <Th>{t('account.change')}</Th>
            <Th numeric>{t('account.change')}</Th>
            <Th numeric>{t('account.arr')}</Th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.day}>
              <Th scope="row">{format.day(step.day)}</Th>
              <Td>{t(`movement.${step.movement}`)}</Td>
              <Td numeric>
                {step.movement === 'churn' || step.movement === 'contraction' ? '−' : '+'}
                {format.money(step.amount)}
              </Td>
              <Td numeric>{format.money(step.arr)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
