'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { MultiSelect } from '#components/ui/MultiSelect.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import { scenariosOptions } from '#lib/query/scenarioCalls.ts';
import { compareRows } from '#lib/view/plan/compareScenarios.ts';
import { scenarioInput, scenarioLine } from '#lib/view/plan/scenarioInput.ts';
import { SectionHead } from '../../SectionHead.tsx';
import type { PlanPart } from '../planPart.ts';

const MOST = 2;

/** The plan on the page beside up to two saved ones, and the difference of each. */
export function CompareSection({ facts, defaults, input, state, format, onChange }: PlanPart) {
  const t = useTranslations('plan.compare');
  const { text } = useText();
  const scenarios = useQuery(scenariosOptions(facts.slug)).data?.data.scenarios ?? [];
  const chosen = scenarios.filter(({ id }) => state.beside.includes(id)).slice(0, MOST);
  const lines = useMemo(
    () => [
      scenarioLine('', t('this'), { input, defaults }),
      ...chosen.map((one) =>
        scenarioLine(one.id, one.name, { input: scenarioInput(one, defaults), defaults }),
      ),
    ],
    [t, input, defaults, chosen],
  );
  if (scenarios.length === 0) return null;
  const rows = compareRows(lines, format);
  const heads = [t('what'), ...lines.map(({ name }) => name)];
  return (
    <section aria-labelledby="plan-compare">
      <SectionHead
        id="plan-compare"
        title={t('title')}
        hint={t('hint')}
        name={`${facts.slug}-plan-compare`}
        table={() => [
          heads,
          ...rows.map(({ name, cells }) => [text(name), ...cells.map((c) => c.shown)]),
        ]}
      >
        <MultiSelect
          label={t('beside')}
          value={chosen.map(({ id }) => id)}
          options={scenarios.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(beside) => onChange({ beside: beside.slice(-MOST) })}
        />
      </SectionHead>
      {chosen.length > 0 && (
        <Table label={t('table')} className="tabular-nums sm:max-w-4xl">
          <thead>
            <tr>
              {heads.map((head, i) => (
                <Th key={`${head} ${lines[i - 1]?.id ?? ''}`} numeric={i > 0}>
                  {head}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, cells }) => (
              <tr key={id}>
                <Th scope="row">{text(name)}</Th>
                {cells.map(({ shown, difference }, i) => (
                  <Td key={lines[i]?.id ?? ''} numeric>
                    {shown}
                    {difference !== null && (
                      <span className="ml-2 inline-block min-w-16 text-xs text-ink-3">
                        {difference}
                      </span>
                    )}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}
