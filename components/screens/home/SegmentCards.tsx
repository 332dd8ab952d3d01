'use client';
import { useTranslations } from 'next-intl';
import { MiniBowtie } from '#components/charts/MiniBowtie.tsx';
import { cx } from '#components/ui/cx.ts';
import { useText } from '#components/ui/useText.tsx';
import { bowtieShape, type Peaks, peaksOf } from '#lib/view/bowtieShape.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { amountText } from '#lib/view/figureText.ts';
import { groupName } from '#lib/view/groupName.ts';
import type { BowtieView } from '#lib/view/prepareBowtie.ts';
import { stageName } from '#lib/view/text.ts';

export type SegmentPart = { group: string; view: BowtieView };

type Props = { parts: readonly SegmentPart[]; format: Format; onFilter: (group: string) => void };

const SHOWN = 9;

/** The same figure per segment, small, on the same two scales: shapes may be compared. */
export function SegmentCards({ parts, format, onFilter }: Props) {
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
          <SegmentCard
            key={part.group}
            part={part}
            peaks={peaks}
            format={format}
            onFilter={onFilter}
          />
        ))}
      </ul>
    </section>
  );
}

type CardProps = Omit<Props, 'parts'> & { part: SegmentPart; peaks: Peaks };

function SegmentCard({ part: { group, view }, peaks, format, onFilter }: CardProps) {
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
        {won && (
          <p className="text-sm text-ink-2">
            {t('wins', { n: format.shortCount(won.entries) })}
            <span className="mx-1.5 text-ink-3">·</span>
            {amountText(won, format)}
          </p>
        )}
      </div>
      <MiniBowtie shape={bowtieShape(view, peaks)} label={t('figure', { segment: name })} />
      <SegmentRates view={view} format={format} />
    </li>
  );
}

function SegmentRates({ view, format }: { view: BowtieView; format: Format }) {
  const t = useTranslations('home');
  const { text } = useText();
  return (
    <dl
      className={cx(
        'mt-2.5 grid grid-cols-2 items-end gap-x-3 gap-y-1.5',
        view.handOffs.length === 4 ? '@min-[20rem]:grid-cols-4' : '@min-[20rem]:grid-cols-3',
      )}
    >
      {view.handOffs.map((handOff) => {
        const behind = handOff.change?.behind ?? false;
        return (
          <div key={handOff.id}>
            <dt className="text-2xs text-ink-3">
              {t('pair', { from: text(stageName(handOff.from)), to: text(stageName(handOff.to)) })}
            </dt>
            <dd className={cx('text-sm font-medium whitespace-nowrap', behind && 'text-warn-600')}>
              {handOff.confidence === 'none' ? '—' : format.percent(handOff.rate)}
              {handOff.confidence === 'directional' && (
                <span className="ml-1 text-2xs font-normal text-ink-3">n={handOff.base}</span>
              )}
              {behind && handOff.change?.points != null && (
                <span className="ml-1 text-2xs">
                  {t('figure.points', { points: format.points(handOff.change.points) })}
                </span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
