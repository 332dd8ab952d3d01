'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Segmented } from '#components/ui/Segmented.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import { groupName } from '#lib/view/groupName.ts';
import { AGAINST, type Against, type LeverRow, rankLevers } from '#lib/view/plan/rankLevers.ts';
import { stageName, type Text } from '#lib/view/text.ts';
import { SectionHead } from '../SectionHead.tsx';
import { CompoundTable } from './CompoundTable.tsx';
import type { PlanPart } from './planPart.ts';

/** Where the next unit of effort brings most, and what seven small ones bring together. */
export function LeversSection(part: PlanPart) {
  const { facts, input, defaults, format } = part;
  const t = useTranslations('plan.levers');
  const { text } = useText();
  const [against, setAgainst] = useState<Against>('best');
  const rows = rankLevers(input, defaults, against);
  const nameOf = ({ kind, what }: LeverRow): Text => {
    if (kind === 'campaign') return { key: 'plan.levers.campaign' };
    const [from = '', to = ''] = what.split('>');
    return { key: 'plan.inputs.conversion', values: { from: stageName(from), to: stageName(to) } };
  };
  const first = rows[0];
  const campaign = rows.find(({ kind }) => kind === 'campaign');
  const money = (value: number) => format.shortMoney(String(value));
  const heads = [t('lever'), t('tier'), t('now'), t('then'), t('base'), t('year'), t('three')];
  const table = () => [
    heads,
    ...rows.map((row) => [
      ...[text(nameOf(row)), text(groupName(row.segment)), row.rate, row.target, row.base],
      ...[Math.round(row.inYear), Math.round(row.threeYears)],
    ]),
  ];
  return (
    <section aria-labelledby="plan-levers">
      <SectionHead
        id="plan-levers"
        title={t('title')}
        hint={t('hint')}
        name={`${facts.slug}-plan-levers`}
        table={table}
      >
        <Segmented
          label={t('against')}
          value={against}
          options={AGAINST.map((value) => ({ value, label: t(`to.${value}`) }))}
          onChange={setAgainst}
        />
      </SectionHead>
      {first && campaign && first.kind === 'gap' && (
        <p className="mb-4 rounded-xl border border-note-200 bg-note-50 px-4 py-3 text-base">
          {t('story', {
            lever: text(nameOf(first)),
            tier: text(groupName(first.segment)),
            arr: money(first.inYear),
            campaign: money(campaign.inYear),
            campaignTier: text(groupName(campaign.segment)),
          })}
        </p>
      )}
      <Table label={t('table')} className="tabular-nums">
        <thead>
          <tr>
            {heads.map((head, i) => (
              <Th key={head} numeric={i > 1}>
                {head}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, 8).map((row) => (
            <tr key={`${row.segment} ${row.kind} ${row.what}`}>
              <Th scope="row">{text(nameOf(row))}</Th>
              <Td>{text(groupName(row.segment))}</Td>
              <Td numeric>{row.rate === null ? '' : format.percent(row.rate)}</Td>
              <Td numeric>{row.target === null ? '' : format.percent(row.target)}</Td>
              <Td numeric>{format.count(row.base)}</Td>
              <Td numeric className="font-semibold">
                {money(row.inYear)}
              </Td>
              <Td numeric>{money(row.threeYears)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <CompoundTable {...part} />
    </section>
  );
}
