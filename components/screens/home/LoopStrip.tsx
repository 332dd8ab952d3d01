'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { AnswerMeta, LoopAnswer } from '#lib/contract/bowtie.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { BowtieView } from '#lib/view/prepareBowtie.ts';

type Props = {
  view: BowtieView;
  loop: LoopAnswer;
  /** What flows back: beside the arrow on a wide page, here on a narrow one. */
  back: string;
  meta: AnswerMeta;
  format: Format;
};

/** The right side in money, in words: what was committed, went live, renewed, and was added. */
export function LoopStrip({ view, loop, back, meta, format }: Props) {
  const t = useTranslations('home.loop');
  const { renewals } = loop;
  const amountOf = (stage: string) => {
    const found = view.stages.find((each) => each.stage === stage);
    return found === undefined ? null : format.shortMoney(found.amount);
  };
  const noBase = t('noBase', { from: format.day(meta.from) });
  const rate = (value: number | null, hint: string) =>
    [format.percent(value), value === null ? noBase : hint] as const;
  const items = [
    ['committed', amountOf('won'), t('committedHint')],
    ['live', amountOf('onboarded'), t('liveHint')],
    [
      'renewed',
      format.shortMoney(renewals.retained_arr),
      t('renewedHint', {
        due: format.shortMoney(renewals.due_arr),
        n: renewals.renewed,
        m: format.count(renewals.due),
      }),
    ],
    ['expanded', format.shortMoney(loop.expansion), t('expandedHint')],
    ['grr', ...rate(loop.grr, t('rateHint'))],
    ['nrr', ...rate(loop.nrr, t('rateHint'))],
  ] as const;
  return (
    <section aria-label={t('title')} className="mt-4 border-t border-line pt-3">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 className="text-sm font-semibold">{t('title')}</h2>
        <Link
          href={`/${meta.org}/loop`}
          className="text-sm underline decoration-line-strong underline-offset-4"
        >
          {t('more')}
        </Link>
        <p className="text-sm font-medium text-loop-700 lg:hidden">{back}</p>
      </div>
      <dl className="mt-2 grid grid-cols-2 gap-x-5 gap-y-3 sm:grid-cols-3 lg:grid-cols-6">
        {items.map(([name, value, hint]) =>
          value === null ? null : (
            <div key={name}>
              <dt className="text-xs text-ink-2">{t(name)}</dt>
              <dd className="text-xl font-semibold tracking-tight">{value}</dd>
              <dd className="text-xs text-ink-3">{hint}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
