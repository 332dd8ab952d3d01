'use client';
import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { TimelineEntry } from '#lib/contract/timeline.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { anyStageName } from '#lib/view/text.ts';

type Props = { entries: readonly TimelineEntry[]; format: Format };

export function TimelineEntries({ entries, format }: Props) {
  const t = useTranslations();
  const { text } = useText();
  return (
    <section>
      <h3 className="mb-2 text-sm font-semibold">{t('records.entries')}</h3>
      <Table label={t('records.entries')} className="-mx-3">
        <thead>
          <tr>
            <Th>{t('home.table.stage')}</Th>
            <Th>{t('records.field.entered_at')}</Th>
            <Th>{t('records.field.outcome')}</Th>
            <Th numeric>{t('records.field.amount')}</Th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={`${entry.stage}:${entry.rule}`}>
              <Th scope="row">
                {text(anyStageName(entry.stage))}
                {entry.rule !== 'both' && (
                  <span className="ml-2 font-normal text-ink-3">
                    {t(`terms.rule.${entry.rule}`)}
                  </span>
                )}
              </Th>
              <Td>
                {format.instantDay(entry.entered_at)}
                {entry.implied && (
                  <span className="ml-2 text-xs text-ink-3">{t('records.implied')}</span>
                )}
              </Td>
              <Td>
                {entry.outcome === null ? '—' : t(`terms.outcome.${entry.outcome}`)}
                {entry.outcome_at !== null && (
                  <span className="ml-2 text-xs text-ink-3">
                    {format.instantDay(entry.outcome_at)}
                  </span>
                )}
              </Td>
              <Td numeric>{format.moneyIn(entry.amount, entry.currency)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
