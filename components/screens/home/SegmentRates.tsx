'use client';
import { useTranslations } from 'next-intl';
import type { AskExplain } from '#components/charts/bowtie/types.ts';
import { cx } from '#components/ui/cx.ts';
import { useText } from '#components/ui/useText.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import type { HandOff } from '#lib/view/handOff.ts';
import type { BowtieView } from '#lib/view/prepareBowtie.ts';
import { stageName } from '#lib/view/text.ts';

type Props = { view: BowtieView; format: Format; onExplain: AskExplain };

/** The rates beneath a small figure; each explains itself. */
export function SegmentRates({ view, format, onExplain }: Props) {
  const t = useTranslations('home');
  const { text } = useText();
  return (
    <dl
      className={cx(
        'mt-2.5 grid grid-cols-2 items-end gap-x-3 gap-y-1.5',
        view.handOffs.length === 4 ? '@min-[20rem]:grid-cols-4' : '@min-[20rem]:grid-cols-3',
      )}
    >
      {view.handOffs.map((handOff) => (
        <div key={handOff.id}>
          <dt className="text-2xs text-ink-3">
            {t('pair', { from: text(stageName(handOff.from)), to: text(stageName(handOff.to)) })}
          </dt>
          <dd>
            <button
              type="button"
              onClick={(event) => onExplain(handOff.id, event.currentTarget)}
              className={cx(
                'text-sm font-medium whitespace-nowrap decoration-line-strong underline-offset-4',
                'hover:underline',
                handOff.change?.behind && 'text-warn-600',
              )}
            >
              <Rate handOff={handOff} format={format} />
            </button>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Rate({ handOff, format }: { handOff: HandOff; format: Format }) {
  const t = useTranslations('home.figure');
  const { confidence, base, rate, change } = handOff;
  if (confidence === 'none') return '—';
  return (
    <>
      {format.percent(rate)}
      {confidence === 'directional' && (
        <span className="ml-1 text-2xs font-normal text-ink-3">n={format.count(base)}</span>
      )}
      {change?.behind && change.points !== null && (
        <span className="ml-1 text-2xs">
          {t('points', { points: format.points(change.points) })}
        </span>
      )}
    </>
  );
}
