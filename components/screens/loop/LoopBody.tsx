'use client';
import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { useText } from '#components/ui/useText.tsx';
import { prepareLoopHeadline } from '#lib/view/loop/prepareLoopHeadline.ts';
import { BridgeSection } from './BridgeSection.tsx';
import { GrowthSection } from './GrowthSection.tsx';
import { HeatmapSection } from './HeatmapSection.tsx';
import { LoopFigures } from './LoopFigures.tsx';
import type { LoopParts } from './loopParts.ts';
import { RenewalSection } from './RenewalSection.tsx';
import { RetentionSection } from './RetentionSection.tsx';
import { SplitTable } from './SplitTable.tsx';

/** `stale`: the answer of the question before, while the next is on its way. */
export function LoopBody({ stale, ...parts }: LoopParts & { stale: boolean }) {
  const { answer, format } = parts;
  const t = useTranslations('loop');
  const { text, rich } = useText();
  const { title, detail } = prepareLoopHeadline(answer.data.total, format);
  const { whole } = answer.data.total;
  const empty = whole === null || (Number(whole.start) === 0 && isStill(whole));
  return (
    <div
      aria-busy={stale}
      className={cx(
        'grid grid-cols-[minmax(0,1fr)] gap-9 transition-opacity',
        stale && 'opacity-55',
      )}
    >
      <div className="min-h-17">
        <p className="sr-only">{t('pageTitle')}</p>
        <h1 className="text-xl font-semibold sm:text-2xl tracking-[-0.018em] text-balance">
          {text(title)}
        </h1>
        <p className="mt-1.5 max-w-[62rem] text-base text-pretty text-ink-2">{rich(detail)}</p>
      </div>
      {!empty && (
        <>
          <LoopFigures {...parts} />
          <BridgeSection {...parts} />
          {answer.data.groups.length > 0 && <SplitTable {...parts} />}
          <GrowthSection {...parts} />
          <RetentionSection {...parts} />
          <HeatmapSection {...parts} />
        </>
      )}
      <RenewalSection {...parts} />
    </div>
  );
}

function isStill(whole: { new: string; reactivation: string }): boolean {
  return Number(whole.new) === 0 && Number(whole.reactivation) === 0;
}
