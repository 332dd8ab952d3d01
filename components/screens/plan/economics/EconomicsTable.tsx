'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { UnitEconomicsAnswer } from '#lib/contract/unitEconomics.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { FIGURES, figureCell, type Tier } from '#lib/view/plan/economicsTable.ts';
import { type Asked, EconomicsExplain } from './EconomicsExplain.tsx';

type Props = {
  columns: readonly Tier[];
  meta: UnitEconomicsAnswer['meta'];
  nameOf: (key: string) => string;
  format: Format;
};

/** Figures in lines, tiers in columns; each number says where it comes from. */
export function EconomicsTable({ columns, meta, nameOf, format }: Props) {
  const t = useTranslations('plan.economics');
  const e = useTranslations('scenarios.economics');
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <>
      <Table label={t('table')} className="tabular-nums">
        <thead>
          <tr>
            <Th>{t('what')}</Th>
            {columns.map(({ key }) => (
              <Th key={key} numeric>
                {nameOf(key)}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {FIGURES.map((figure) => (
            <tr key={figure}>
              <Th scope="row">
                {t(`figure.${figure}`)}
                <span className="block text-xs font-normal whitespace-normal text-ink-3">
                  {t(`formula.${figure}`)}
                </span>
              </Th>
              {columns.map((tier) => {
                const { shown, reason } = figureCell(tier, figure, format);
                const name = `${t(`figure.${figure}`)}, ${nameOf(tier.key)}: ${shown}`;
                return (
                  <Td key={tier.key} numeric>
                    <NumberButton
                      className="text-right"
                      aria-haspopup="dialog"
                      aria-label={e('open', { name })}
                      onClick={({ currentTarget }) =>
                        setAsked({ figure, tier, anchor: currentTarget })
                      }
                    >
                      {shown}
                    </NumberButton>
                    {reason !== null && (
                      <span className="ml-auto block max-w-40 text-xs whitespace-normal text-ink-3">
                        {t(`reason.${reason as 'no_spend'}`)}
                      </span>
                    )}
                  </Td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
      {asked && (
        <EconomicsExplain
          asked={asked}
          name={nameOf(asked.tier.key)}
          meta={meta}
          format={format}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
