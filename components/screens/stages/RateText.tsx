'use client';
import { useTranslations } from 'next-intl';
import type { Format } from '#lib/view/createFormat.ts';
import { confidenceOf } from '#lib/view/handOff.ts';

type Props = {
  rate: number | null;
  base: number;
  interval?: readonly [number, number] | null;
  format: Format;
};

/** A rate as far as its base carries it: none below 5, a hint below 20, with its interval. */
export function RateText({ rate, base, interval, format }: Props) {
  const t = useTranslations('stages');
  const confidence = confidenceOf(base);
  if (rate === null) return <>—</>;
  if (confidence === 'none') {
    return <span className="text-ink-3">{t('tooFew', { n: format.count(base) })}</span>;
  }
  return (
    <span className={confidence === 'directional' ? 'text-ink-2 italic' : undefined}>
      {format.percent(rate)}
      {interval !== undefined && (
        <span className="ml-1.5 text-xs text-ink-2 not-italic">{format.interval(interval)}</span>
      )}
      {confidence === 'directional' && (
        <span className="ml-1.5 text-xs not-italic">{t('directional')}</span>
      )}
    </span>
  );
}
