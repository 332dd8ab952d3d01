'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import type { AnswerMeta, LoopAnswer } from '#lib/contract/bowtie.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { BowtieView } from '#lib/view/prepareBowtie.ts';
import { MetricHelp } from '../MetricHelp.tsx';

type Props = {
  view: BowtieView;
  loop: LoopAnswer;
  meta: AnswerMeta;
  format: Format;
  onOpen: (id: string) => void;
};

/** The right side in money, in words: what was committed, went live, renewed, and was added. */
export function LoopStrip({ view, loop, meta, format, onOpen }: Props) {
  const t = useTranslations('home.loop');
  const figure = useTranslations('home.figure');
  const { renewals } = loop;
  const amountOf = (stage: string) => {
    const found = view.stages.find((each) => each.stage === stage);
    return found === undefined ? null : format.shortMoney(found.amount);
  };
  const noBase = t('noBase', { from: format.day(meta.from) });
  const rate = (value: number | null, hint: string) =>
    [format.percent(value), value === null ? noBase : hint] as const;
  const opensBase = (value: number | null) => (value === null ? null : 'retention-base');
  const items = [
    ['committed', amountOf('won'), t('committedHint'), 'won', 'amount'],
    ['live', amountOf('onboarded'), t('liveHint'), 'onboarded', 'amount'],
    [
      'renewed',
      format.shortMoney(renewals.retained_arr),
      t('renewedHint', {
        due: format.shortMoney(renewals.due_arr),
        n: renewals.renewed,
        m: format.count(renewals.due),
      }),
      'renewal-renewed',
      'renewal',
    ],
    ['expanded', format.shortMoney(loop.expansion), t('expandedHint'), 'expansion', 'bridge'],
    ['grr', ...rate(loop.grr, t('rateHint')), opensBase(loop.grr), 'grr'],
    ['nrr', ...rate(loop.nrr, t('rateHint')), opensBase(loop.nrr), 'nrr'],
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
      </div>
      <dl className="mt-2 grid grid-cols-2 gap-x-5 gap-y-3 sm:grid-cols-3 lg:grid-cols-6">
        {items.map(([name, value, hint, opens, metric]) =>
          value === null ? null : (
            <div key={name}>
              <dt>
                <MetricHelp metric={metric} org={meta.org} to={meta.to} label={t(name)} />
                <span className="hidden print:inline">{t(name)}</span>
              </dt>
              <dd className="text-xl font-semibold tracking-tight">
                {opens === null ? (
                  value
                ) : (
                  <NumberButton
                    aria-label={`${t(name)}: ${value}. ${figure('opens')}`}
                    onClick={() => onOpen(opens)}
                  >
                    {value}
                  </NumberButton>
                )}
              </dd>
              <dd className="text-xs text-ink-3">{hint}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
