'use client';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { Select } from '#components/ui/Select.tsx';
import { useText } from '#components/ui/useText.tsx';
import { groupName } from '#lib/view/groupName.ts';
import { countSources, inputLines } from '#lib/view/plan/inputLines.ts';
import { InputRow } from './InputRow.tsx';
import { Fold } from './inputs/Fold.tsx';
import { LagEditor } from './inputs/LagEditor.tsx';
import { SeasonEditor } from './inputs/SeasonEditor.tsx';
import { settingOf } from './inputs/settingOf.ts';
import type { PlanPart } from './planPart.ts';

/** What the plan takes as given, tier by tier: measured, and anybody may set it otherwise. */
export function InputsPanel(part: PlanPart) {
  const { input, meta, state, onChange } = part;
  const t = useTranslations('plan.inputs');
  const more = useTranslations('planInputs.row');
  const { text } = useText();
  const { overrides, put } = settingOf(part);
  const found = input.segments.findIndex(({ key }) => key === state.tier);
  const place = Math.max(0, found);
  const tier = input.segments[place];
  if (tier === undefined) return null;
  const lines = inputLines(input, place, { assumptions: meta.assumptions, overrides });
  const { own, other } = countSources(meta.assumptions);
  return (
    <Fold title={t('title')} says={more('summary', { own, other, set: overrides.length })}>
      {overrides.length > 0 && (
        <Button size="sm" className="justify-self-start" onClick={() => onChange({ set: '' })}>
          {t('reset')}
        </Button>
      )}
      {input.segments.length > 1 && (
        <Select
          label={t('tier')}
          value={tier.key}
          options={input.segments.map(({ key }) => ({ value: key, label: text(groupName(key)) }))}
          onChange={(key) => onChange({ tier: key })}
        />
      )}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {lines.map((line) => (
          <li key={`${tier.key} ${line.field}`} className="grid gap-1">
            <InputRow
              part={part}
              line={line}
              onSet={(field, value) => put([{ of: 's', key: tier.key, field, value }])}
            />
            {line.field.includes('>') && (
              <LagEditor part={part} place={place} conversion={line.field} name={line.name} />
            )}
          </li>
        ))}
      </ul>
      <SeasonEditor key={tier.key} part={part} place={place} />
    </Fold>
  );
}
