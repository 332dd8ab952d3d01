'use client';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import { growthMix } from '#lib/view/plan/growthMix.ts';
import { winsOf } from '#lib/view/plan/winsOf.ts';
import type { PlanPart } from '../planPart.ts';
import { TierSelect } from '../TierSelect.tsx';
import { Fold } from './Fold.tsx';
import { GrowthSliders } from './GrowthSliders.tsx';
import { settingOf } from './settingOf.ts';

const FIELDS = ['grr', 'expansion', 'nrr'];

/** Growth as what is won, what customers add and what they take away, and what each does. */
export function GrowthPanel(part: PlanPart) {
  const { input, base, result, state, format, onChange } = part;
  const t = useTranslations('planInputs.growth');
  const { overrides, put } = settingOf(part);
  const newArr = Number(result.new_arr);
  const mix = growthMix(input, newArr, null);
  const moved = overrides.filter(({ of, field }) => of === 's' && FIELDS.includes(field));
  const money = (value: number) => format.shortMoney(String(value));
  const values = {
    growth: money(mix.growth),
    won: money(Math.max(0, newArr)),
    expansion: money(mix.expansion),
    churn: money(mix.churn),
  };
  return (
    <Fold open title={t('title')} says={t(newArr < 0 ? 'over' : 'sum', values)}>
      <TierSelect
        label={t('tier')}
        all={t('all')}
        tiers={input.segments.map(({ key }) => key)}
        tier={state.tier}
        onChange={onChange}
      />
      <GrowthSliders key={state.tier} part={part} />
      {moved.length > 0 && (
        <>
          <p className="text-xs text-ink-2" role="status">
            {winsSaid(winsOf(result) - winsOf(decomposePlan(measuredIn(input, base))))}
          </p>
          <Button
            size="sm"
            className="justify-self-start"
            onClick={() => put(moved.map((one) => ({ ...one, value: null })))}
          >
            {t('measured')}
          </Button>
        </>
      )}
    </Fold>
  );

  function winsSaid(more: number): string {
    if (more === 0) return t('same');
    return t(more < 0 ? 'fewer' : 'more', { count: Math.abs(more) });
  }
}

/** The plan with what customers keep and add as measured. */
function measuredIn(input: PlanPart['input'], base: PlanPart['base']): PlanPart['input'] {
  const segments = input.segments.map((one, i) => {
    const { nrr = one.nrr, grr } = base.segments[i] ?? one;
    return { ...one, nrr, grr };
  });
  return { ...input, segments };
}
