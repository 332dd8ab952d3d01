'use client';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { Card } from '#components/ui/Card.tsx';
import { Select } from '#components/ui/Select.tsx';
import { useText } from '#components/ui/useText.tsx';
import { groupName } from '#lib/view/groupName.ts';
import { inputLines } from '#lib/view/plan/inputLines.ts';
import { readOverrides, withOverride, writeOverrides } from '#lib/view/plan/overrides.ts';
import { InputRow } from './InputRow.tsx';
import type { PlanPart } from './planPart.ts';

/** What the plan takes as given, tier by tier: measured, and anybody may set it otherwise. */
export function InputsPanel({ input, meta, state, format, onChange }: PlanPart) {
  const t = useTranslations('plan.inputs');
  const { text } = useText();
  const overrides = readOverrides(state.set);
  const found = input.segments.findIndex(({ key }) => key === state.tier);
  const place = Math.max(0, found);
  const tier = input.segments[place];
  if (tier === undefined) return null;
  const lines = inputLines(input, place, { assumptions: meta.assumptions, overrides });
  const set = (field: string, value: number | null) => {
    const next = withOverride(overrides, { of: 's', key: tier.key, field, value });
    onChange({ set: writeOverrides(next) });
  };
  return (
    <Card className="grid gap-3" aria-label={t('title')}>
      <div className="flex items-center justify-between gap-2">
        <h2 className="text-sm font-semibold">{t('title')}</h2>
        {overrides.length > 0 && (
          <Button size="sm" onClick={() => onChange({ set: '' })}>
            {t('reset')}
          </Button>
        )}
      </div>
      {input.segments.length > 1 && (
        <Select
          label={t('tier')}
          value={tier.key}
          options={input.segments.map(({ key }) => ({ value: key, label: text(groupName(key)) }))}
          onChange={(key) => onChange({ tier: key })}
        />
      )}
      <ul className="grid gap-2">
        {lines.map((line) => (
          <InputRow key={line.field} line={line} format={format} onSet={set} />
        ))}
      </ul>
    </Card>
  );
}
