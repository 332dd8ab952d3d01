'use client';
import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { useText } from '#components/ui/useText.tsx';
import { UNKNOWN } from '#lib/bowtie/dimensions.ts';
import type { TimelineEvent } from '#lib/contract/timeline.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { groupName } from '#lib/view/groupName.ts';
import { anyStageName } from '#lib/view/text.ts';

type Props = { events: readonly TimelineEvent[]; format: Format };

export function TimelineEvents({ events, format }: Props) {
  const t = useTranslations('records');
  return (
    <section>
      <h3 className="mb-3 text-sm font-semibold">{t('events')}</h3>
      <ol className="border-l-2 border-acq-200">
        {events.map((event) => (
          <EventRow
            key={`${event.source}:${event.event_id}:${event.version}:${event.received_at}`}
            event={event}
            format={format}
          />
        ))}
      </ol>
    </section>
  );
}

function EventRow({ event, format }: { event: TimelineEvent; format: Format }) {
  const t = useTranslations();
  const { text } = useText();
  const known = Object.entries(event.dimensions).filter(([, value]) => value !== null);
  return (
    <li className={cx('relative pb-4 pl-5 last:pb-0', event.superseded && 'opacity-55')}>
      <span
        aria-hidden
        className="absolute top-1.5 -left-[5px] size-2 rounded-full bg-acq-600 ring-3 ring-surface"
      />
      <div className="flex flex-wrap items-baseline gap-x-3">
        <b className="font-semibold">{text(anyStageName(event.stage))}</b>
        <span className="text-sm text-ink-2">{format.instant(event.occurred_at)}</span>
        {event.amount !== null && (
          <span className="ml-auto text-sm">{format.moneyIn(event.amount, event.currency)}</span>
        )}
      </div>
      {known.length > 0 && (
        <p className="mt-0.5 text-sm text-ink-2">
          {known.map(([, value]) => text(groupName(value ?? UNKNOWN))).join(' · ')}
        </p>
      )}
      <p className="mt-0.5 text-xs text-ink-3">
        {t('records.source', { source: event.source })} · {event.event_id} ·{' '}
        {t('records.received', { when: format.instant(event.received_at) })}
        {event.superseded && ` · ${t('records.superseded')}`}
      </p>
    </li>
  );
}
