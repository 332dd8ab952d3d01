'use client';
import { useTranslations } from 'next-intl';
import { MiniBowtie } from '#components/charts/MiniBowtie.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { LoopAnswer } from '#lib/contract/bowtie.ts';
import { bowtieShape, type Peaks, peaksOf } from '#lib/view/bowtieShape.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { amountText } from '#lib/view/figureText.ts';
import { groupName } from '#lib/view/groupName.ts';
import type { BowtieView } from '#lib/view/prepareBowtie.ts';
import type { Asked } from './ExplainPopover.tsx';
import { SegmentMoney } from './SegmentMoney.tsx';
import { SegmentRates } from './SegmentRates.tsx';

export type SegmentPart = { group: string; view: BowtieView; loop: LoopAnswer | null };

type Props = {
  parts: readonly SegmentPart[];
  format: Format;
  onOpen: (id: string, group: string) => void;
  onFilter: (group: string) => void;
  onExplain: (asked: Asked) => void;
};

const SHOWN = 9;

/** The same figure per segment, small, on the same two scales: shapes may be compared. */
export function SegmentCards({ parts, format, ...asks }: Props) {
  const t = useTranslations('home.segments');
  const filled = parts.filter(({ view }) => !view.isEmpty);
  if (filled.length < 2) return null;
  const peaks = peaksOf(filled.map(({ view }) => view));
  return (
    <section aria-labelledby="segments" className="print-whole">
      <div className="mb-3 flex flex-wrap items-baseline gap-x-3">
        <h2 id="segments" className="text-lg font-semibold tracking-tight">
          {t('title')}
        </h2>
        <p className="text-sm text-ink-2">
          {filled.length > SHOWN ? t('more', { n: SHOWN, all: filled.length }) : t('hint')}
        </p>
      </div>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-3">
        {filled.slice(0, SHOWN).map((part) => (
          <SegmentCard key={part.group} part={part} peaks={peaks} format={format} {...asks} />
        ))}
      </ul>
    </section>
  );
}

type CardProps = Omit<Props, 'parts'> & { part: SegmentPart; peaks: Peaks };

function SegmentCard({ part, peaks, format, onOpen, onFilter, onExplain }: CardProps) {
  const { group, view, loop } = part;
  const t = useTranslations('home.segments');
  const { text } = useText();
  const name = text(groupName(group));
  const won = view.stages.find(({ side }) => side === 'knot');
  return (
    <li className="@container print-whole rounded-xl border border-line bg-surface px-4 pt-3 pb-3.5">
      <div className="mb-2 flex items-baseline gap-3">
        <h3 className="min-w-0 flex-1 truncate text-base font-semibold">
          <button
            type="button"
            onClick={() => onFilter(group)}
            aria-label={t('filter', { segment: name })}
            className="hover:underline hover:underline-offset-4"
          >
            {name}
          </button>
        </h3>
        {view.rightInMoney && loop ? (
          <p className="text-sm text-ink-2">
            {t('arr', { amount: format.shortMoney(loop.end_arr) })}
            <span className="mx-1.5 text-ink-3">·</span>
            {t('nrr', { rate: format.percent(loop.nrr) })}
          </p>
        ) : (
          won && (
            <p className="text-sm text-ink-2">
              {t('wins', { n: format.shortCount(won.entries) })}
              <span className="mx-1.5 text-ink-3">·</span>
              {amountText(won, format)}
            </p>
          )
        )}
      </div>
      <MiniBowtie shape={bowtieShape(view, peaks)} label={t('figure', { segment: name })} />
      <SegmentRates
        view={view}
        format={format}
        onExplain={(id, anchor) => onExplain({ id, anchor, group })}
      />
      {view.rightInMoney && (
        <SegmentMoney view={view} format={format} onOpen={(id) => onOpen(id, group)} />
      )}
    </li>
  );
}
