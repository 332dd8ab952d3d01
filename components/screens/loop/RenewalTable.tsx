'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import { openRenewal } from '#lib/view/loop/loopSelection.ts';
import type { LoopState } from '#lib/view/loop/loopState.ts';
import type { RenewalLine } from '#lib/view/loop/prepareRenewals.ts';
import { RENEWALS, type Renewal } from '#lib/view/selection.ts';

type Props = {
  lines: readonly RenewalLine[];
  format: Format;
  onOpen: (open: string) => void;
  /** Narrows the list beneath to what is at risk. */
  onRisk: (due: LoopState['due']) => void;
};

const ARR = {
  due: 'due_arr',
  renewed: 'renewed_arr',
  open: 'open_arr',
  churned: 'churned_arr',
} as const;

/** Numbers of contracts with their ARR beneath; each opens its contracts. */
export function RenewalTable({ lines, format, onOpen, onRisk }: Props) {
  const t = useTranslations('loop.renewals');
  return (
    <Table label={t('label')}>
      <thead>
        <tr>
          <Th>{t('when')}</Th>
          {RENEWALS.map((name) => (
            <Th key={name} numeric>
              {t(name)}
            </Th>
          ))}
          <Th numeric>{t('atRisk')}</Th>
          <Th numeric>
            {t('rate')}
            <span className="block font-normal text-ink-3">{t('rateHint')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, totals, rate }) => (
          <tr key={id}>
            <Th scope="row">
              {id === 'past' || id === 'overdue' ? t(id) : t('next', { days: id })}
              <span className="block text-xs font-normal text-ink-3">
                {format.span(totals.from, totals.to)}
              </span>
            </Th>
            {RENEWALS.map((name) => (
              <Td key={name} numeric>
                <Count
                  name={name}
                  n={totals[name]}
                  arr={totals[ARR[name]]}
                  format={format}
                  onOpen={() => onOpen(openRenewal(name, totals))}
                />
              </Td>
            ))}
            <Td numeric>
              {totals.at_risk === 0 ? (
                <span className="text-ink-3">—</span>
              ) : (
                <>
                  <NumberButton
                    aria-label={`${format.count(totals.at_risk)} · ${t('onlyRisk')}`}
                    className="font-medium text-warn-600"
                    onClick={() => onRisk(id === 'past' || id === 'overdue' ? '30' : id)}
                  >
                    {format.count(totals.at_risk)}
                  </NumberButton>
                  <span className="block text-xs text-ink-3">
                    {format.shortMoney(totals.at_risk_arr)}
                  </span>
                </>
              )}
            </Td>
            <Td numeric>{format.percent(rate)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

type CountProps = { name: Renewal; n: number; arr: string; format: Format; onOpen: () => void };

function Count({ name, n, arr, format, onOpen }: CountProps) {
  const t = useTranslations('loop.renewals');
  if (n === 0) return <span className="text-ink-3">—</span>;
  const money = format.shortMoney(arr);
  return (
    <>
      <NumberButton
        onClick={onOpen}
        aria-label={`${format.count(n)} · ${t('cell', { name: t(name), n, arr: money })}`}
      >
        {format.count(n)}
      </NumberButton>
      <span className="block text-xs text-ink-3">{money}</span>
    </>
  );
}
