'use client';
import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/Card.tsx';
import { Select } from '#components/ui/Select.tsx';
import { Slider } from '#components/ui/Slider.tsx';
import { openingOf, planEnd, usualTarget } from '#lib/view/plan/planState.ts';
import { AmountInput } from './AmountInput.tsx';
import { InPlace } from './inputs/InPlace.tsx';
import { LongAddress } from './inputs/LongAddress.tsx';
import type { PlanPart } from './planPart.ts';

const MOST_TIMES = 4;
const LENGTHS = [3, 6, 9, 12, 18, 24, 36];

/** ARR from what is there to what is wanted, by a day. */
export function Sentence(part: PlanPart) {
  const { input, format, onChange } = part;
  const t = useTranslations('plan.sentence');
  const opening = openingOf(input);
  const target = Number(input.target_arr);
  // Of the opening alone: a scale that followed the target would run away under the finger.
  const most = Math.max(opening * MOST_TIMES, usualTarget(opening) * 2);
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, most))) - 2);
  const money = (value: number) => format.shortMoney(String(value));
  const lengths = LENGTHS.includes(input.months) ? LENGTHS : [...LENGTHS, input.months].sort(by);
  return (
    <Card aria-label={t('label')} className="grid gap-3">
      <p className="text-sm text-ink-2">
        {t('from')} <b className="text-lg font-semibold text-ink tabular-nums">{money(opening)}</b>{' '}
        {t('to')}
      </p>
      <AmountInput
        label={t('target')}
        value={target}
        shown={money(target)}
        wrong={t('wrong')}
        className="h-11 text-xl font-semibold tabular-nums"
        onChange={(next) => onChange({ target: next })}
      />
      <Slider
        label={t('target')}
        value={target}
        min={0}
        max={most}
        step={step}
        valueText={money(target)}
        onChange={(next) => onChange({ target: next })}
      />
      <InPlace part={part} paths={['target_arr']} />
      <div className="flex items-center gap-2 text-sm whitespace-nowrap text-ink-2">
        {t('by')}
        <Select
          label={t('until')}
          value={String(input.months)}
          options={lengths.map((months) => ({
            value: String(months),
            label: format.day(planEnd(input.start, months)),
            hint: t('months', { count: months }),
          }))}
          onChange={(months) => onChange({ months: Number(months) })}
        />
      </div>
      <LongAddress {...part} />
      <p className="text-xs text-ink-3">{t('start', { day: format.day(input.start) })}</p>
    </Card>
  );
}

function by(a: number, b: number): number {
  return a - b;
}
