'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { PlanTrack } from '#lib/contract/planTrack.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { TrackItem } from '#lib/view/plan/trackItems.ts';
import { StatusWord } from '../../track/StatusWord.tsx';
import { TrackPopover } from '../../track/TrackPopover.tsx';

type Props = {
  items: readonly TrackItem[];
  track: PlanTrack;
  /** The segment that the items are of; null: all. */
  tier: string | null;
  org: string;
  format: Format;
};

/** Each target with what came, what was to come by now, and what it takes from here. */
export function TrackTable({ items, track, tier, org, format }: Props) {
  const t = useTranslations('track');
  const department = useTranslations('plan.department.name');
  const { text } = useText();
  const [asked, setAsked] = useState<{ id: string; anchor: Element } | null>(null);
  const open = items.find(({ id }) => id === asked?.id);
  return (
    <>
      <Table label={t('table')} className="tabular-nums">
        <thead>
          <tr>
            <Th>{t('what')}</Th>
            <Th>{t('state')}</Th>
            <Th numeric>{t('actual')}</Th>
            <Th numeric>{t('expected')}</Th>
            <Th numeric>{t('even')}</Th>
            <Th numeric>{t('target')}</Th>
            <Th numeric>{t('required')}</Th>
            <Th>{t('owner')}</Th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <Th scope="row">{text(item.name)}</Th>
              <Td>
                <button
                  type="button"
                  aria-haspopup="dialog"
                  className="inline-flex min-h-6 items-center hover:underline"
                  onClick={(event) => setAsked({ id: item.id, anchor: event.currentTarget })}
                >
                  <StatusWord status={item.status} />
                  <span className="sr-only">{text(item.name)}</span>
                </button>
              </Td>
              <Td numeric className="font-semibold">
                {item.actual}
              </Td>
              <Td numeric>{item.expected}</Td>
              <Td numeric className="text-ink-2">
                {item.even ?? '·'}
              </Td>
              <Td numeric>{item.target}</Td>
              <Td numeric>{item.required ?? '·'}</Td>
              <Td className="whitespace-nowrap text-ink-2">
                {item.department === null ? '·' : department(item.department)}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {asked && open && (
        <TrackPopover
          item={open}
          track={track}
          tier={tier}
          org={org}
          format={format}
          anchor={asked.anchor}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
