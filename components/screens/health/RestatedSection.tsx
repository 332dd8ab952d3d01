'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Input } from '#components/ui/Input.tsx';
import { Segmented } from '#components/ui/Segmented.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { useText } from '#components/ui/useText.tsx';
import { restatementsOptions } from '#lib/query/restatements.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { addDays } from '#lib/view/days.ts';
import { restatedRows } from '#lib/view/health/restatedRows.ts';
import { anyStageName } from '#lib/view/text.ts';
import { QueryError } from '../QueryError.tsx';
import { SectionHead } from '../SectionHead.tsx';
import { RestatedTable } from './RestatedTable.tsx';
import { SettingsEffects } from './SettingsEffects.tsx';

type Props = {
  org: string;
  today: string;
  /** A local date or an instant; null: a week ago. */
  since: string | null;
  format: Format;
  onSince: (since: string | null) => void;
};

/** What weeks that were over say now against what they said then, and why. */
export function RestatedSection({ org, today, since, format, onSince }: Props) {
  const t = useTranslations('health.restated');
  const { text } = useText();
  const week = addDays(today, -7);
  const month = addDays(today, -30);
  const asked = since ?? week;
  const query = useQuery(restatementsOptions(org, asked));
  const told = query.data;
  const choice = asked === week ? 'week' : asked === month ? 'month' : 'other';
  const stage = (name: string) => text(anyStageName(name));
  const table = () => restatedRows(told?.figures ?? [], (key) => t(key), stage);
  return (
    <section aria-labelledby="restated">
      <SectionHead
        id="restated"
        title={t('title')}
        hint={t('text')}
        name="restatements"
        table={table}
      >
        <Segmented
          label={t('since')}
          value={choice}
          options={(['week', 'month', 'other'] as const).map((value) => {
            return { value, label: t(`choice.${value}`) };
          })}
          onChange={(next) => onSince(next === 'week' ? null : next === 'month' ? month : today)}
        />
        {choice === 'other' && (
          <span className="w-40">
            <Input
              type="date"
              aria-label={t('since')}
              className="h-8"
              max={today}
              value={asked.slice(0, 10)}
              onChange={(event) => event.target.value && onSince(event.target.value)}
            />
          </span>
        )}
      </SectionHead>
      {query.error ? (
        <QueryError error={query.error} onRetry={() => query.refetch()} />
      ) : !told ? (
        <Skeleton className="h-40" />
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4" aria-busy={query.isPlaceholderData}>
          <p className="font-medium">
            {told.known_then
              ? t('changed', { n: told.changed, when: format.instant(told.since) })
              : t('unknown', {
                  when: format.instant(told.since),
                  first: format.instant(told.first_arrival_at),
                })}
          </p>
          {told.figures.length > 0 && (
            <RestatedTable org={org} figures={told.figures} format={format} />
          )}
          {told.settings.length > 0 && <SettingsEffects settings={told.settings} format={format} />}
        </div>
      )}
    </section>
  );
}
