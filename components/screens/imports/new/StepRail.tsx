'use client';
import { Check, CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/buttonClass.ts';
import { cx } from '#components/ui/cx.ts';
import type { Step, StepState } from '#lib/view/imports/steps.ts';

type Props = { steps: readonly { step: Step; state: StepState }[] };

/** Where I am and what still needs me; each step that exists is a jump to its card. */
export function StepRail({ steps }: Props) {
  const t = useTranslations('imports.new');
  const ready = steps.every(({ step, state }) => state === 'done' || step === 'run');
  return (
    <nav
      aria-label={t('steps')}
      className="sticky top-0 z-20 -mx-4 self-start bg-paper px-4 py-2 sm:-mx-8 sm:px-8 lg:top-6 lg:mx-0 lg:p-0"
    >
      <ol className="flex gap-1 overflow-x-auto lg:flex-col lg:gap-0.5">
        {steps.map(({ step, state }, index) => (
          <li key={step} className="relative shrink-0">
            <a
              href={`#step-${step}`}
              className="flex items-center gap-2 rounded-lg px-2 py-1.5 text-sm text-ink-2 hover:bg-sunken hover:text-ink"
            >
              <Mark state={state} index={index + 1} />
              <span className={cx(state === 'attention' && 'font-medium text-ink')}>
                {t(`step.${step}`)}
              </span>
              <span className="sr-only">{t(`state.${state}`)}</span>
            </a>
          </li>
        ))}
      </ol>
      {ready && (
        <a href="#step-run" className={buttonClass('primary', 'sm', 'mt-4 ml-2 max-lg:hidden')}>
          {t('toRun')}
        </a>
      )}
    </nav>
  );
}

function Mark({ state, index }: { state: StepState; index: number }) {
  const base = 'flex size-5 shrink-0 items-center justify-center rounded-full text-2xs';
  if (state === 'done') {
    return (
      <span className={cx(base, 'bg-loop-600 text-on-solid')}>
        <Check aria-hidden className="size-3" />
      </span>
    );
  }
  if (state === 'attention') {
    return (
      <span className={cx(base, 'text-warn-600')}>
        <CircleAlert aria-hidden className="size-4.5" />
      </span>
    );
  }
  return (
    <span aria-hidden className={cx(base, 'border border-line-control text-ink-2')}>
      {index}
    </span>
  );
}
