'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { useText } from '#components/ui/useText.tsx';
import { planFeasibility } from '#lib/bowtie/plan/planFeasibility.ts';
import { planProblemLines } from '#lib/view/plan/planProblemLines.ts';
import { SectionHead } from '../SectionHead.tsx';
import type { PlanPart } from './planPart.ts';

const FEW = 6;

/** What stands between the plan and the pipeline, the people and the history that there are. */
export function GapsSection({ facts, input, result, defaults, state, format, onChange }: PlanPart) {
  const t = useTranslations('plan.gaps');
  const { text } = useText();
  const flags = planFeasibility(input, result.segments, defaults.history);
  const all = planProblemLines({ input, result, flags, set: state.set, format });
  const [open, setOpen] = useState(false);
  const lines = open ? all : all.slice(0, FEW);
  const table = () => [
    [t('what'), t('weight')],
    ...all.map(({ says, weight }) => [text(says), t(`weights.${weight}`)]),
  ];
  return (
    <section aria-labelledby="plan-gaps">
      <SectionHead
        id="plan-gaps"
        title={t('title')}
        hint={t('hint')}
        name={`${facts.slug}-plan-gaps`}
        table={table}
      />
      {lines.length === 0 ? (
        <p className="text-sm text-ink-2">{t('none')}</p>
      ) : (
        <ul className="grid gap-2">
          {lines.map(({ id, says, weight, mend }) => (
            <li
              key={id}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-l-2 border-line-strong pl-3 text-sm"
            >
              <span className="text-xs text-ink-3">{t(`weights.${weight}`)}</span>
              <span className="min-w-0 flex-1 basis-80">{text(says)}</span>
              {mend && (
                <Button size="sm" className="print:hidden" onClick={() => onChange(mend.change)}>
                  {text(mend.says)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {all.length > FEW && (
        <Button size="sm" className="mt-3 print:hidden" onClick={() => setOpen(!open)}>
          {open ? t('fewer') : t('more', { count: all.length - FEW })}
        </Button>
      )}
    </section>
  );
}
