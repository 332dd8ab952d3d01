'use client';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { StayAnswer } from '#lib/contract/stages.ts';
import { groupName } from '#lib/view/groupName.ts';
import { stuckTable } from '#lib/view/stages/sectionTables.ts';
import { ExportMenu } from '../home/ExportMenu.tsx';
import type { StagePart } from './stagePart.ts';

const SHOWN = 10;

type Props = StagePart & { data: StayAnswer['data'] };

/** The records that have waited longest; each opens its timeline. */
export function StuckTable({ data, facts, conversion, format, onDrill }: Props) {
  const t = useTranslations('stages.stuck');
  const { text } = useText();
  const { rows, limit_days: limit, count } = data.stuck;
  const shown = rows.slice(0, SHOWN);
  const [stage = ''] = conversion.split('>');
  const open = (record: string) => onDrill(conversion, { set: 'stuck' }, { record });
  return (
    <div>
      <div className="flex items-center gap-2">
        <h3 className="font-semibold">{t('title')}</h3>
        <div className="ml-auto flex gap-2 print:hidden">
          <Button size="sm" onClick={() => onDrill(conversion, { set: 'stuck' })}>
            {t('all', { n: format.count(count) })}
          </Button>
          <ExportMenu
            name={`${facts.slug}-stuck-${stage}`}
            table={() => stuckTable(data)}
            figure={null}
          />
        </div>
      </div>
      <p className="mb-2 text-sm text-ink-2">
        {t('hint', {
          limit: format.days(limit),
          shown: format.count(shown.length),
          n: format.count(count),
        })}
      </p>
      <Table label={t('label')}>
        <thead>
          <tr>
            <Th>{t('record')}</Th>
            <Th>{t('owner')}</Th>
            <Th>{t('segment')}</Th>
            <Th>{t('since')}</Th>
            <Th numeric>{t('days')}</Th>
            <Th numeric>{t('amount')}</Th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.record_id}>
              <Th scope="row">
                <NumberButton aria-label={row.record_id} onClick={() => open(row.record_id)}>
                  {row.record_id}
                </NumberButton>
              </Th>
              <Td>{text(groupName(row.owner))}</Td>
              <Td>{text(groupName(row.segment))}</Td>
              <Td>{format.instantDay(row.since)}</Td>
              <Td numeric>{format.days(row.days)}</Td>
              <Td numeric>{format.money(row.amount)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
