'use client';
import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import { groupName } from '#lib/view/groupName.ts';
import { planGrid } from '#lib/view/plan/planGrid.ts';
import { SectionHead } from '../SectionHead.tsx';
import type { PlanPart } from './planPart.ts';
import { TierSelect } from './TierSelect.tsx';

/** Month by stage, of one tier or all; every line adds up to its total. */
export function GridSection({ facts, result, state, format, onChange }: PlanPart) {
  const t = useTranslations('plan.grid');
  const { text } = useText();
  const tier = result.segments.some(({ key }) => key === state.tier) ? state.tier : null;
  const { months, rows } = planGrid(result, tier);
  const tiers = result.segments.map(({ key }) => key);
  // A file has all tiers, whichever one is looked at.
  const table = () => [
    [t('tier'), t('stage'), t('locked'), ...months, t('total')],
    ...[null, ...tiers].flatMap((key) =>
      planGrid(result, key).rows.map((row) => [
        ...[key === null ? t('all') : text(groupName(key)), text(row.name)],
        ...[row.locked, ...row.months, row.total],
      ]),
    ),
  ];
  return (
    <section aria-labelledby="plan-grid">
      <SectionHead
        id="plan-grid"
        title={t('title')}
        hint={t('hint')}
        name={`${facts.slug}-plan-months`}
        table={table}
      >
        <TierSelect
          label={t('tier')}
          all={t('all')}
          tiers={tiers}
          tier={tier}
          onChange={onChange}
        />
      </SectionHead>
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
