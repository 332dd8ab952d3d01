'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Slider } from '#components/ui/Slider.tsx';
import { newArr } from '#lib/bowtie/plan/newArr.ts';
import { growthMix, type MixPart, moveMix } from '#lib/view/plan/growthMix.ts';
import { winsOf } from '#lib/view/plan/winsOf.ts';
import type { PlanPart } from '../planPart.ts';
import { SourceNote } from './SourceNote.tsx';
import { settingOf } from './settingOf.ts';
import { useHeld } from './useHeld.ts';

const MOST_EXPANSION = 0.6;
const STEP = 0.005;

/** What stays, what is added, and what is left to win: each moved, the rest follows. */
export function GrowthSliders({ part }: { part: PlanPart }) {
  const { input, result, state, format } = part;
  const t = useTranslations('planInputs.growth');
  const { take, release } = useHeld(input);
  const { put } = settingOf(part);
  const won = Number(result.new_arr);
  const tier = input.segments.some(({ key }) => key === state.tier) ? state.tier : null;
  const mix = growthMix(input, won, tier);
  const money = (value: number) => format.shortMoney(String(value));
  const move = (what: MixPart) => (to: number) => {
    const from = take();
    // NRR typed in as one number would win over its parts.
    const typed = from.segments.map(({ key }) => ({
      ...{ of: 's' as const, key, field: 'nrr', value: null },
    }));
    const asked = { part: what, to, tier, newArr: Number(newArr(from.target_arr, from.segments)) };
    put([
      ...(tier === null ? typed : typed.filter(({ key }) => key === tier)),
      ...moveMix(from, asked),
    ]);
  };
  const newMost = Math.max(0, won + mix.expansion);
  return (
    <>
      <Line
        name={t('grr')}
        value={format.percent(mix.grr)}
        says={t('loses', { arr: money(mix.churn) })}
        note={<Source part={part} field="grr" name={t('grr')} />}
      >
        <Slider
          label={t('grr')}
          value={mix.grr}
          min={0}
          max={1}
          step={STEP}
          valueText={format.percent(mix.grr)}
          onChange={move('grr')}
          onCommit={release}
        />
      </Line>
      <Line
        name={t('expansion')}
        value={format.percent(mix.expansionRate)}
        says={t('adds', { arr: money(mix.expansion), nrr: format.percent(mix.nrr) })}
        note={<Source part={part} field="nrr" name={t('nrr')} />}
      >
        <Slider
          label={t('expansion')}
          value={mix.expansionRate}
          min={0}
          max={Math.max(MOST_EXPANSION, mix.expansionRate)}
          step={STEP}
          valueText={format.percent(mix.expansionRate)}
          onChange={move('expansion')}
          onCommit={release}
        />
      </Line>
      <Line
        name={t('new')}
        value={money(Math.max(0, won))}
        says={t('wins', { count: winsOf(result) })}
      >
        <Slider
          label={t('new')}
          value={Math.max(0, won)}
          min={0}
          max={Math.max(1, newMost)}
          step={Math.max(1, newMost / 200)}
          valueText={money(won)}
          onChange={move('new')}
          onCommit={release}
        />
      </Line>
    </>
  );
}

type LineProps = {
  name: string;
  value: string;
  says: string;
  note?: ReactNode;
  children: ReactNode;
};

function Line({ name, value, says, note, children }: LineProps) {
  return (
    <div>
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <span>{name}</span>
        <span className="tabular-nums">{value}</span>
      </div>
      {children}
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-xs text-ink-3 tabular-nums">
        {says}
        {note}
      </div>
    </div>
  );
}

/** Of one tier; of several there is no one base. */
function Source({ part, field, name }: { part: PlanPart; field: 'grr' | 'nrr'; name: string }) {
  const { input, meta, state } = part;
  const { isSet } = settingOf(part);
  const found = input.segments.findIndex(({ key }) => key === state.tier);
  const place = input.segments.length === 1 ? 0 : found;
  const segment = input.segments[place];
  if (segment === undefined) return null;
  const own = ['nrr', field === 'grr' ? 'grr' : 'expansion'];
  return (
    <SourceNote
      part={part}
      name={name}
      about={field}
      assumption={
        meta.assumptions.find(({ path }) => path === `segments.${place}.${field}`) ?? null
      }
      isSet={own.some((one) => isSet('s', segment.key, one))}
    />
  );
}
