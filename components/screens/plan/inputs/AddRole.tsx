'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Input } from '#components/ui/Input.tsx';
import { Select } from '#components/ui/Select.tsx';
import { useText } from '#components/ui/useText.tsx';
import { LADDER, type LadderStage } from '#lib/bowtie/stages.ts';
import { stageName } from '#lib/view/text.ts';
import type { PlanPart } from '../planPart.ts';
import { settingOf } from './settingOf.ts';

const MOST_LETTERS = 80;

/** A role that nobody has been measured in yet. */
export function AddRole({ part }: { part: PlanPart }) {
  const { facts, input, base } = part;
  const t = useTranslations('planInputs.people');
  const { text } = useText();
  const { put } = settingOf(part);
  const [name, setName] = useState('');
  const stages = facts.stages.filter((one) => one !== 'prospect' && one !== 'adopted');
  const [stage, setStage] = useState<LadderStage>('won');
  const key = name.trim();
  const taken = input.capacity.some(({ role }) => role === key);
  const add = () => {
    const known = base.capacity.some(({ role }) => role === key);
    const settings = known
      ? [{ of: 'r' as const, key, field: 'gone', value: null }]
      : [
          { of: 'r' as const, key, field: 'stage', value: LADDER.indexOf(stage) },
          { of: 'r' as const, key, field: 'heads', value: 1 },
          ...input.capacity
            .filter((one) => one.stage === stage && one.per_month > 0)
            .slice(0, 1)
            .map(({ per_month: value }) => ({ of: 'r' as const, key, field: 'per_month', value })),
        ];
    put(settings);
    setName('');
  };
  return (
    <form
      className="grid gap-2 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (key !== '' && !taken) add();
      }}
    >
      <div className="grid grid-cols-2 gap-2">
        <Input
          aria-label={t('newRole')}
          placeholder={t('newRole')}
          value={name}
          maxLength={MOST_LETTERS}
          className="h-9 text-sm"
          onChange={(event) => setName(event.target.value)}
        />
        <Select
          label={t('stage')}
          value={stage}
          options={stages.map((one) => ({ value: one, label: text(stageName(one)) }))}
          onChange={setStage}
        />
      </div>
      {taken && (
        <p role="alert" className="text-xs text-warn-600">
          {t('taken', { role: key })}
        </p>
      )}
      <Button type="submit" size="sm" className="justify-self-start" disabled={key === '' || taken}>
        <Plus aria-hidden className="size-3.5" />
        {t('add')}
      </Button>
    </form>
  );
}
