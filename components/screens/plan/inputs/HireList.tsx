'use client';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import { Select } from '#components/ui/Select.tsx';
import type { PlannedHire, PlanRole } from '#lib/bowtie/plan/planTypes.ts';
import { hireMonths } from '#lib/view/plan/roleLines.ts';
import { writeHires } from '#lib/view/plan/setRole.ts';
import { AmountInput } from '../AmountInput.tsx';
import type { PlanPart } from '../planPart.ts';
import { settingOf } from './settingOf.ts';

/** Hires that are decided, by the month of their first day. */
export function HireList({ part, role }: { part: PlanPart; role: PlanRole }) {
  const { input, base, format } = part;
  const t = useTranslations('planInputs.people');
  const { put } = settingOf(part);
  const hires = role.hires ?? [];
  const months = hireMonths(input);
  const write = (next: readonly PlannedHire[]) => {
    // Hires that were saved are taken out by a list without any.
    const saved = base.capacity.find((one) => one.role === role.role)?.hires ?? [];
    const none = saved.length === 0 ? null : [0];
    const value = next.length === 0 ? none : writeHires(next);
    put([{ of: 'r', key: role.role, field: 'hires', value }]);
  };
  const change = (at: number, more: Partial<PlannedHire>) =>
    write(hires.map((one, i) => (i === at ? { ...one, ...more } : one)));
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1 text-sm">{t('hires')}</legend>
      {hires.length === 0 && <p className="text-xs text-ink-3">{t('noHires')}</p>}
      {hires.map(({ start, heads }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two hires of one month are alike
        <div key={at} className="grid grid-cols-[3.5rem_minmax(0,1fr)_2rem] items-center gap-2">
          <AmountInput
            label={t('hireHeads', { role: role.role, at: at + 1 })}
            value={heads}
            shown={String(heads)}
            wrong={t('wrong')}
            className="h-8 px-2 text-right tabular-nums"
            onChange={(next) => change(at, { heads: Math.min(next, 1e6) })}
          />
          <Select
            label={t('hireMonth', { role: role.role, at: at + 1 })}
            value={start}
            options={[...new Set([...months, start])].sort().map((month) => ({
              value: month,
              label: t('from', { month: format.month(`${month}-01`) }),
            }))}
            onChange={(next) => change(at, { start: next })}
          />
          <IconButton
            label={t('dropHire', { role: role.role, at: at + 1 })}
            onClick={() => write(hires.filter((_, i) => i !== at))}
          >
            <X aria-hidden className="size-3.5" />
          </IconButton>
        </div>
      ))}
      <Button
        size="sm"
        className="justify-self-start"
        onClick={() => write([...hires, { start: input.start.slice(0, 7), heads: 1 }])}
      >
        <Plus aria-hidden className="size-3.5" />
        {t('addHire')}
      </Button>
    </fieldset>
  );
}
