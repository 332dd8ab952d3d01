'use client';
import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import { planGrid } from '#lib/view/plan/planGrid.ts';
import type { PlanPart } from './planPart.ts';
import { TierSelect } from './TierSelect.tsx';

/** Month by stage, of one tier or all; every line adds up to its total. */
export function GridSection({ result, state, format, onChange }: PlanPart) {
  const t = useTranslations('plan.grid');
  const { text } = useText();
  const tier = result.segments.some(({ key }) => key === state.tier) ? state.tier : null;
  const { months, rows } = planGrid(result, tier);
  const tiers = result.segments.map(({ key }) => key);
  return (
    <section aria-labelledby="plan-grid">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="plan-grid" className="text-lg font-semibold">
          {t('title')}
        </h2>
        <TierSelect
          label={t('tier')}
          all={t('all')}
          tiers={tiers}
          tier={tier}
          onChange={onChange}
        />
      </div>
      <p className="mt-1 mb-3 text-sm text-ink-2">{t('hint')}</p>
      <Table label={t('table')} className="tabular-nums">
        <thead>
          <tr>
            <Th>{t('stage')}</Th>
            <Th numeric>{t('locked')}</Th>
            {months.map((month) => (
              <Th key={month} numeric>
                {format.month(`${month}-01`)}
              </Th>
            ))}
            <Th numeric>{t('total')}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.stage}>
              <Th scope="row">{text(row.name)}</Th>
              <Td numeric className="text-ink-2">
                {row.locked === 0 ? '·' : format.count(row.locked)}
              </Td>
              {row.months.map((count, i) => (
                <Td key={months[i]} numeric>
                  {format.count(count)}
                </Td>
              ))}
              <Td numeric className="font-semibold">
                {format.count(row.total)}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
