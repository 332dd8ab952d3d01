'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { MultiSelect } from '#components/ui/MultiSelect.tsx';
import { useText } from '#components/ui/useText.tsx';
import { scenariosOptions } from '#lib/query/scenarioCalls.ts';
import { compareRows } from '#lib/view/plan/compareScenarios.ts';
import { compareLines } from '#lib/view/plan/scenarioInput.ts';
import { SectionHead } from '../../SectionHead.tsx';
import type { PlanPart } from '../planPart.ts';
import { CompareTable } from './CompareTable.tsx';

const MOST = 2;

/** The plan on the page beside up to two saved ones, and the difference of each. */
export function CompareSection({ facts, defaults, input, state, format, onChange }: PlanPart) {
  const t = useTranslations('plan.compare');
  const { text } = useText();
  const scenarios = useQuery(scenariosOptions(facts.slug)).data?.data.scenarios ?? [];
  const chosen = scenarios.filter(({ id }) => state.beside.includes(id)).slice(0, MOST);
  if (scenarios.length === 0) return null;
  const compare = () => compareLines({ name: t('this'), input }, chosen, defaults);
  return (
    <section aria-labelledby="plan-compare">
      <SectionHead
        id="plan-compare"
        title={t('title')}
        hint={t('hint')}
        name={`${facts.slug}-plan-compare`}
        table={() => {
          const lines = compare();
          const rows = compareRows(lines, format);
          return [
            [t('what'), ...lines.map(({ name }) => name)],
            ...rows.map(({ name, cells }) => [text(name), ...cells.map(({ shown }) => shown)]),
          ];
        }}
      >
        <MultiSelect
          label={t('beside')}
          value={chosen.map(({ id }) => id)}
          options={scenarios.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(beside) => onChange({ beside: beside.slice(-MOST) })}
        />
      </SectionHead>
      {chosen.length > 0 && <CompareTable lines={compare()} format={format} />}
    </section>
  );
}
