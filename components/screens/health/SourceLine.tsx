'use client';
import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { Td, Th } from '#components/ui/Table.tsx';
import { ratio } from '#lib/bowtie/ratio.ts';
import type { DataHealth, SourceIntake } from '#lib/contract/dataHealth.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { PARTS, type Part } from '#lib/view/imports/equation.ts';

type Props = {
  one: SourceIntake | DataHealth['total'];
  name: string;
  about: string | null;
  format: Format;
  onHeld: () => void;
};

const BAR: Record<Part, string> = {
  accepted: 'bg-loop-400',
  duplicates: 'bg-acq-300',
  quarantined: 'bg-warn-600',
  ignored: 'bg-line-strong',
};

/** One source: its rows as counts, shares and one bar, and how fresh it is. */
export function SourceLine({ one, name, about, format, onHeld }: Props) {
  const t = useTranslations('health.sources');
  const told = 'last_arrival_at' in one ? one : null;
  return (
    <tr>
      <Th scope="row" className="min-w-40">
        <span className="block max-w-64 truncate">{name}</span>
        {about && <span className="block text-xs font-normal text-ink-3">{about}</span>}
      </Th>
      <Td numeric>
        {format.count(one.received)}
        <span aria-hidden className="mt-1 flex h-1.5 overflow-hidden rounded-full bg-sunken">
          {PARTS.map((part) => (
            <span
              key={part}
              className={BAR[part]}
              style={{ width: `${(ratio(one[part], one.received) ?? 0) * 100}%` }}
            />
          ))}
        </span>
      </Td>
      {PARTS.map((part) => (
        <Td
          key={part}
          numeric
          className={cx(
            one[part] === 0 && 'text-ink-3',
            part === 'quarantined' && one[part] > 0 && 'text-warn-600',
          )}
        >
          {part === 'quarantined' && one.quarantined > 0 ? (
            <button
              type="button"
              onClick={onHeld}
              aria-label={t('openHeld', { source: name, n: one.quarantined })}
              className="underline underline-offset-4"
            >
              {format.count(one.quarantined)}
            </button>
          ) : (
            format.count(one[part])
          )}
          <span className="block text-xs text-ink-3">
            {format.percent(ratio(one[part], one.received))}
          </span>
        </Td>
      ))}
      <Td className="whitespace-nowrap text-ink-2">
        {format.instant(told?.last_event_at ?? null)}
      </Td>
      <Td className="whitespace-nowrap text-ink-2">
        {format.instant(told?.last_arrival_at ?? null)}
      </Td>
      <Td numeric>
        {format.percent(told?.since_first ? ratio(told.late ?? 0, told.since_first) : null)}
        {told?.since_first ? (
          <span className="block text-xs text-ink-3">
            {format.count(told.late ?? 0)} / {format.count(told.since_first)}
          </span>
        ) : null}
      </Td>
    </tr>
  );
}
