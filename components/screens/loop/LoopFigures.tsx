'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { addDays } from '#lib/view/days.ts';
import { useTrack } from '../track/useTrack.ts';
import { LoopExplain, type LoopFigure } from './LoopExplain.tsx';
import type { LoopParts } from './loopParts.ts';
import { TargetOf } from './TargetOf.tsx';

/** The four numbers of the right side; each explains itself. */
export function LoopFigures({ answer, state, format, onChange }: LoopParts) {
  const t = useTranslations('loop.figures');
  const [asked, setAsked] = useState<{ figure: LoopFigure; anchor: Element } | null>(null);
  const { total } = answer.data;
  const { org } = answer.meta;
  const told = useTrack({ org, filters: state, format });
  const last = total.trailing.at(-1) ?? null;
  const trailing = last
    ? t('trailing', { to: format.day(addDays(last.at, -1)) })
    : t('noBase', { from: format.day(answer.meta.from) });
  const noBase =
    last && last.nrr === null ? t('noBase', { from: format.day(addDays(last.from, -1)) }) : null;
  const figures: { figure: LoopFigure; value: string; hint: string }[] = [
    {
      figure: 'arr',
      value: format.shortMoney(total.whole?.end ?? null),
      hint: t('arrHint', { n: total.whole?.customers_end ?? 0 }),
    },
    { figure: 'nrr', value: format.percent(last?.nrr), hint: noBase ?? trailing },
    { figure: 'grr', value: format.percent(last?.grr), hint: noBase ?? trailing },
    { figure: 'logos', value: format.percent(last?.logo_retention), hint: noBase ?? trailing },
  ];
  return (
    <>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-5 border-y border-line py-4 lg:grid-cols-4">
        {figures.map(({ figure, value, hint }) => (
          <div
            key={figure}
            className="lg:border-l lg:border-line lg:pl-5 lg:first:border-0 lg:first:pl-0"
          >
            <dt className="text-sm text-ink-2">{t(figure)}</dt>
            <dd>
              <button
                type="button"
                aria-label={`${value}. ${t('explain', { name: t(`${figure}Long`) })}`}
                onClick={(event) => setAsked({ figure, anchor: event.currentTarget })}
                className={[
                  'text-2xl font-semibold tracking-[-0.02em] underline decoration-line-strong',
                  'decoration-dotted decoration-1 underline-offset-6 hover:decoration-ink',
                ].join(' ')}
              >
                {value}
              </button>
              <span className="mt-1 block text-xs text-ink-3">{hint}</span>
              {told && !told.reach.wider && (
                <TargetOf told={told} figure={figure} org={org} format={format} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {asked && (
        <LoopExplain
          figure={asked.figure}
          anchor={asked.anchor}
          answer={answer}
          format={format}
          onClose={() => setAsked(null)}
          onOpen={(open) => {
            setAsked(null);
            onChange({ open, account: null });
          }}
        />
      )}
    </>
  );
}
