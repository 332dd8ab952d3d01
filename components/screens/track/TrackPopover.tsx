'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Popover } from '#components/ui/Popover.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { PlanTrack } from '#lib/contract/planTrack.ts';
import { joinValues } from '#lib/contract/valueList.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { groupName } from '#lib/view/groupName.ts';
import type { TrackItem } from '#lib/view/plan/trackItems.ts';
import { StatusWord } from './StatusWord.tsx';

type Props = {
  item: TrackItem;
  track: PlanTrack;
  /** The segment that the item is of; null: all. */
  tier: string | null;
  org: string;
  format: Format;
  anchor: Element;
  onClose: () => void;
};

/** Why a target is called ahead, near or behind. */
export function TrackPopover({ item, track, tier, org, format, anchor, onClose }: Props) {
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
  const about = { name: plan.name, span: format.span(plan.start, plan.end) };
  const money = MONEY.find((one) => one === item.id);
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
        {tier === null
          ? t('about', { ...about })
          : t('aboutTier', { ...about, tier: text(groupName(tier)) })}
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
        {money !== undefined
          ? t(`rule.${money}`)
          : t('rule.stage', { span: format.months(pacing.from, pacing.to) })}{' '}
        {t('rule.status')}
      </p>
      <p className="mt-2 flex flex-wrap gap-x-4 text-sm">
        {[
          { to: overTime(item.id, org, tier), words: t('overTime') },
          { to: `/${org}/plan`, words: t('open') },
        ].map(({ to, words }) => (
          <Link
            key={to}
            href={to}
            onClick={onClose}
            className="inline-flex min-h-6 items-center underline hover:text-ink"
          >
            {words}
          </Link>
        ))}
      </p>
    </Popover>
  );
}

const MONEY = ['arr', 'nrr', 'grr'] as const;

/** Stages are paced best from the start of the plan on; ARR is a sum already; GRR is on Loop. */
function overTime(id: string, org: string, tier: string | null): string {
  if (id === 'grr') return `/${org}/loop#retention`;
  const metric =
    id === 'arr' || id === 'nrr' ? { trend: id } : { trend: `entries:${id}`, pace: 'sum' };
  const filter = tier === null ? {} : { segment: joinValues([tier]) };
  return `/${org}?${new URLSearchParams({ ...metric, ...filter })}#trend`;
}
