'use client';
import { useTranslations } from 'next-intl';
import { Popover } from '#components/ui/Popover.tsx';
import { useText } from '#components/ui/useText.tsx';
import { groupName } from '#lib/view/groupName.ts';
import type { CauseStep } from '#lib/view/plan/forecastCauses.ts';
import { causeDrill } from '#lib/view/plan/forecastDrill.ts';
import type { ForecastPart } from './forecastPart.ts';

type Props = Pick<ForecastPart, 'forecast' | 'tier' | 'format' | 'onChange'> & {
  step: CauseStep;
  /** The start of the week that the change is of. */
  since: string;
  anchor: Element;
  onClose: () => void;
};

/** What a reason means, how many records it is about, and what it is in each segment. */
export function ForecastCausePopover(props: Props) {
  const { forecast, tier, step, since, format, anchor, onChange, onClose } = props;
  const t = useTranslations('track.forecast');
  const { text } = useText();
  const { cause, records, arr, parts } = step;
  const drill = causeDrill(cause, { forecast, tier });
  return (
    <Popover
      open
      anchor={anchor}
      onOpenChange={(open) => !open && onClose()}
      title={t(`cause.${cause}`)}
      className="w-[25rem]"
    >
      <p className="text-sm text-ink-2">{t(`rule.${cause}`)}</p>
      <dl className="mt-3 grid grid-cols-[1fr_auto_auto] gap-x-4 gap-y-0.5 text-sm tabular-nums">
        {parts.map((one) => (
          <div key={one.segment} className="contents">
            <dt>{text(groupName(one.segment))}</dt>
            <dd className="text-right text-ink-2">
              {one.records !== null && t('why.counted', { n: one.records })}
            </dd>
            <dd className="text-right">{format.cents(one.arr)}</dd>
          </div>
        ))}
        {parts.length > 1 && (
          <div className="contents font-semibold">
            <dt>{t('why.sum')}</dt>
            <dd className="text-right">{records !== null && t('why.counted', { n: records })}</dd>
            <dd className="text-right">{format.cents(arr)}</dd>
          </div>
        )}
      </dl>
      {drill && (
        <button
          type="button"
          className="mt-2 inline-flex min-h-6 items-center text-sm underline hover:text-ink"
          onClick={() => {
            onClose();
            onChange({ open: drill.open, outcome: drill.outcome, record: null });
          }}
        >
          {t(`show.${drill.says}`, { day: format.day(since) })}
        </button>
      )}
    </Popover>
  );
}
