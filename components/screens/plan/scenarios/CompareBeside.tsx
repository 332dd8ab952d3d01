'use client';
import { useTranslations } from 'next-intl';
import { MultiSelect } from '#components/ui/MultiSelect.tsx';
import type { Scenario } from '#lib/contract/scenarios.ts';
import type { PlanPart } from '../planPart.ts';
import { MOST_BESIDE } from './mostBeside.ts';

type Props = Pick<PlanPart, 'onChange'> & {
  scenarios: readonly Scenario[];
  beside: readonly Scenario[];
};

/** Which saved plans stand beside the one of the page: the last two that were chosen. */
export function CompareBeside({ scenarios, beside, onChange }: Props) {
  const t = useTranslations('scenarios.compare');
  if (scenarios.length === 0) return null;
  return (
    <div className="print:hidden">
      <MultiSelect
        label={t('beside')}
        value={beside.map(({ id }) => id)}
        options={scenarios.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(ids) => onChange({ beside: ids.slice(-MOST_BESIDE) })}
      />
    </div>
  );
}
