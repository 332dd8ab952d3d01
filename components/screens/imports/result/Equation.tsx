'use client';
import { useLocale, useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import type { ImportAnswer } from '#lib/contract/ingest.ts';
import { equation, type Part } from '#lib/view/imports/equation.ts';

type Props = { counts: Pick<ImportAnswer, 'received' | Part> };

const BAR: Record<Part, string> = {
  accepted: 'bg-loop-400',
  duplicates: 'bg-acq-300',
  quarantined: 'bg-warn-600',
  ignored: 'bg-line-strong',
};

/** received = accepted + duplicates + quarantined + ignored, as numbers and as one bar. */
export function Equation({ counts }: Props) {
  const t = useTranslations('imports');
  const locale = useLocale();
  const { received, parts } = equation(counts);
  const number = new Intl.NumberFormat(locale);
  return (
    <div>
      <dl className="grid grid-cols-2 gap-x-3 gap-y-4 sm:grid-cols-[auto_auto_auto_auto_auto] sm:justify-start sm:gap-x-7">
        <Term part="received" count={number.format(received)} />
        {parts.map(({ part, count }, at) => (
          <Term
            key={part}
            part={part}
            count={number.format(count)}
            sign={at === 0 ? '=' : '+'}
            faint={count === 0}
          />
        ))}
      </dl>
      <div aria-hidden className="mt-4 flex h-2 overflow-hidden rounded-full bg-sunken">
        {parts.map(({ part, share }) => (
          <div key={part} className={BAR[part]} style={{ width: `${share * 100}%` }} />
        ))}
      </div>
      <p className="sr-only">{t('result.equation')}</p>
    </div>
  );
}

type TermProps = { part: Part | 'received'; count: string; sign?: string; faint?: boolean };

function Term({ part, count, sign, faint = false }: TermProps) {
  const t = useTranslations('imports');
  return (
    <div
      data-sign={sign}
      className={cx(
        'relative flex flex-col before:absolute before:top-0.5 before:left-0 before:text-xl',
        'before:text-ink-3 before:content-[attr(data-sign)]',
        sign ? 'pl-7' : 'max-sm:col-span-2',
      )}
    >
      <dt className="order-2 text-sm text-ink-2">
        {t(`part.${part}`)}
        <span className="block max-w-40 text-xs text-ink-3">{t(`partHint.${part}`)}</span>
      </dt>
      <dd className={cx('order-1 text-xl font-semibold', faint && 'text-ink-3')}>{count}</dd>
    </div>
  );
}
