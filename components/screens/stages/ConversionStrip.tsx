'use client';
import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { HandOff } from '#lib/view/handOff.ts';
import { StageChips } from '../track/StageChips.tsx';
import type { Tracked } from '../track/useTrack.ts';
import { RateText } from './RateText.tsx';
import { usePairName } from './usePairName.ts';

type Props = {
  handOffs: readonly HandOff[];
  /** The published plan, where the filters leave something of it. */
  told: Tracked | null;
  org: string;
  chosen: string;
  format: Format;
  onChoose: (id: string) => void;
};

/** Every conversion with its rate; one of them is what the page takes apart. */
export function ConversionStrip({ handOffs, told, org, chosen, format, onChoose }: Props) {
  const t = useTranslations('stages');
  const figure = useTranslations('home.figure');
  const { pair } = usePairName();
  return (
    <fieldset id="chosen" className="flex scroll-mt-4 flex-wrap gap-2">
      <legend className="sr-only">{t('chosen')}</legend>
      {handOffs.map((handOff, i) => {
        const { id, rate, base, immature, matured, from, to } = handOff;
        // Each stage once: the last card has the stage that it leads to as well.
        const stages = i === handOffs.length - 1 ? [from, to] : [from];
        return (
          <div
            key={id}
            className={cx(
              'flex min-w-36 flex-1 flex-col rounded-xl border bg-surface transition-colors',
              id === chosen ? 'border-ink shadow-pop' : 'border-line hover:border-line-control',
            )}
          >
            <button
              type="button"
              aria-pressed={id === chosen}
              onClick={() => onChoose(id)}
              className="flex flex-1 flex-col items-start rounded-xl px-3.5 py-2.5 text-left"
            >
              <span className="block text-sm text-ink-2">{pair(id)}</span>
              <span className="text-lg font-semibold">
                <RateText rate={rate} base={base} format={format} />
              </span>
              <span className="block text-xs text-ink-2">
                {t('tooFew', { n: format.count(base) })}
                {immature && matured && (
                  <> · {figure('matured', { rate: format.percent(matured.rate) })}</>
                )}
              </span>
            </button>
            {told && <StageChips {...{ told, stages, org, format }} />}
          </div>
        );
      })}
    </fieldset>
  );
}
