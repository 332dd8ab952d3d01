'use client';
import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { HandOff } from '#lib/view/handOff.ts';
import { RateText } from './RateText.tsx';
import { usePairName } from './usePairName.ts';

type Props = {
  handOffs: readonly HandOff[];
  chosen: string;
  format: Format;
  onChoose: (id: string) => void;
};

/** Every conversion with its rate; one of them is what the page takes apart. */
export function ConversionStrip({ handOffs, chosen, format, onChoose }: Props) {
  const t = useTranslations('stages');
  const figure = useTranslations('home.figure');
  const { pair } = usePairName();
  return (
    <fieldset id="chosen" className="flex scroll-mt-4 flex-wrap gap-2">
      <legend className="sr-only">{t('chosen')}</legend>
      {handOffs.map(({ id, rate, base, immature, matured }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === chosen}
          onClick={() => onChoose(id)}
          className={cx(
            'min-w-36 flex-1 rounded-xl border px-3.5 py-2.5 text-left transition-colors',
            id === chosen
              ? 'border-ink bg-surface shadow-pop'
              : 'border-line bg-surface hover:border-line-control',
          )}
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
      ))}
    </fieldset>
  );
}
