'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Popover } from '#components/ui/Popover.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { PlanTrack } from '#lib/contract/planTrack.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { TrackItem } from '#lib/view/plan/trackItems.ts';
import { StatusWord } from './StatusWord.tsx';

type Props = {
  item: TrackItem;
  track: PlanTrack;
  org: string;
  format: Format;
  anchor: Element;
  onClose: () => void;
};

/** Why a target is called ahead, near or behind. */
export function TrackPopover({ item, track, org, format, anchor, onClose }: Props) {
  const t = useTranslations('track');
  const department = useTranslations('plan.department.name');
  const { text } = useText();
  const { plan, pacing } = track;
  const rows = [
    [t('target'), item.target],
    [t('actual'), item.actual],
    [t('expected'), item.expected],
    [t('even'), item.even],
    [t('required'), item.required],
    [t('owner'), item.department && department(item.department)],
  ] as const;
  const money = item.id === 'arr' || item.id === 'nrr';
  return (
    <Popover
      open
      anchor={anchor}
      onOpenChange={(open) => !open && onClose()}
      title={
        <span className="flex items-center gap-2">
          {text(item.name)} <StatusWord status={item.status} />
        </span>
      }
      className="w-[25rem]"
    >
      <p className="text-sm text-ink-2">
        {t('about', { name: plan.name, span: format.span(plan.start, plan.end) })}
      </p>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-sm">
        {rows.map(([label, value]) =>
          value === null ? null : (
            <div key={label} className="contents">
              <dt className="text-ink-2">{label}</dt>
              <dd className="text-right tabular-nums">{value}</dd>
            </div>
          ),
        )}
      </dl>
      <p className="mt-3 border-t border-line pt-3 text-xs text-ink-2">
        {money
          ? t(`rule.${item.id === 'arr' ? 'arr' : 'nrr'}`)
          : t('rule.stage', { span: format.months(pacing.from, pacing.to) })}{' '}
        {t('rule.status')}
      </p>
      <Link
        href={`/${org}/plan`}
        className="mt-2 inline-flex min-h-6 items-center text-sm underline hover:text-ink"
      >
        {t('open')}
      </Link>
    </Popover>
  );
}
