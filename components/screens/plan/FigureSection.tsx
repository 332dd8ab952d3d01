'use client';
import { useTranslations } from 'next-intl';
import { PlanBowtie } from '#components/charts/plan/PlanBowtie.tsx';
import { useText } from '#components/ui/useText.tsx';
import { planFigure } from '#lib/view/plan/planFigure.ts';
import { stageName } from '#lib/view/text.ts';
import type { PlanPart } from './planPart.ts';

/** The bowtie that the sentence needs, over the one of the last twelve months. */
export function FigureSection({ input, result, defaults, format }: PlanPart) {
  const t = useTranslations('plan.figure');
  const { text } = useText();
  const figure = planFigure(input, result, defaults);
  const columns = { gridTemplateColumns: `repeat(${figure.plates.length}, minmax(0, 1fr))` };
  return (
    <section aria-labelledby="plan-figure">
      <h2 id="plan-figure" className="text-lg font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 text-sm text-ink-2">{t('hint')}</p>
      <section
        aria-label={t('label')}
        className="mt-4 overflow-x-auto"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the keyboard
        tabIndex={0}
      >
        <div className="min-w-[34rem]">
          <div className="grid" style={columns}>
            {figure.plates.map(({ stage, required, times }) => (
              <div key={stage} className="border-l border-line pl-2 tabular-nums">
                <div className="text-xs text-ink-2">{text(stageName(stage))}</div>
                <div className="text-lg font-semibold">{format.count(required)}</div>
                <div className="text-xs text-ink-3">
                  {times === null ? '—' : t('times', { times: times.toFixed(1) })}
                </div>
              </div>
            ))}
          </div>
          <PlanBowtie figure={figure} label={t('title')} className="mt-2 block h-44 w-full" />
          <div className="grid" style={columns}>
            {figure.plates.map(({ stage, rate, actual }) => (
              <div key={stage} className="pl-2 text-xs text-ink-2 tabular-nums">
                <div>{rate === null ? '' : t('rate', { rate: format.percent(rate) })}</div>
                <div className="text-ink-3">{t('was', { count: format.count(actual) })}</div>
              </div>
            ))}
          </div>
        </div>
      </section>
    </section>
  );
}
