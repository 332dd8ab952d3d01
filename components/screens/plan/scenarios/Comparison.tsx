'use client';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo } from 'react';
import { cx } from '#components/ui/cx.ts';
import { Select } from '#components/ui/Select.tsx';
import { useText } from '#components/ui/useText.tsx';
import { LADDER } from '#lib/bowtie/stages.ts';
import type { Scenario } from '#lib/contract/scenarios.ts';
import { compareFile, compareGroups, tellingStage } from '#lib/view/plan/compareScenarios.ts';
import { inputDiffs } from '#lib/view/plan/inputDiffs.ts';
import { FEWEST, leastEvidence } from '#lib/view/plan/leastEvidence.ts';
import { oddsAsked } from '#lib/view/plan/planOdds.ts';
import { compareLines } from '#lib/view/plan/scenarioInput.ts';
import { stageName } from '#lib/view/text.ts';
import { SectionHead } from '../../SectionHead.tsx';
import type { PlanPart } from '../planPart.ts';
import { useOdds } from '../useOdds.ts';
import { CompareBeside } from './CompareBeside.tsx';
import { CompareTable } from './CompareTable.tsx';
import { MOST_BESIDE } from './mostBeside.ts';

type Props = {
  part: PlanPart;
  /** Of the plan of the page. */
  name: string;
  scenarios: readonly Scenario[];
  beside: readonly Scenario[];
};

/** What differs, and what each comes to: in all, by stage, by role and by month. */
export function Comparison({ part, name, scenarios, beside }: Props) {
  const { facts, defaults, input, result, state, format, onChange } = part;
  const t = useTranslations('scenarios.compare');
  const { text } = useText();
  const lines = useMemo(
    () => compareLines({ name, input, result }, beside, defaults),
    [name, input, result, beside, defaults],
  );
  const settled = useDeferredValue(lines);
  const asked = useMemo(
    () => settled.map((line) => ({ id: line.id, ...oddsAsked(line.input, defaults) })),
    [settled, defaults],
  );
  const { told, stale } = useOdds(asked);
  const odds = lines.map((line) => {
    if (leastEvidence(line.input, defaults.evidence) < FEWEST) return null;
    return told.find(({ id }) => id === line.id) ?? null;
  });
  const stages = LADDER.filter((stage) =>
    result.departments.some((one) => one.stages.includes(stage)),
  );
  const stage = stages.find((one) => one === state.stage) ?? tellingStage(lines);
  const groups = compareGroups(lines, { odds, defaults, stage, format });
  const diffs = inputDiffs(
    lines.map((line) => line.input),
    format,
  );
  /** The saved plan that was there before takes its place beside. */
  const open = (id: string) => {
    const rest = state.beside.filter((one) => one !== id);
    const before = state.scenario === null ? [] : [state.scenario];
    onChange({
      scenario: id,
      set: '',
      target: null,
      beside: [...new Set([...rest, ...before])].slice(-MOST_BESIDE),
    });
  };
  const monthsOf = (
    <Select
      label={t('monthsOf')}
      variant="chip"
      value={stage}
      options={stages.map((one) => ({ value: one, label: text(stageName(one)) }))}
      onChange={(next) => onChange({ stage: next })}
    />
  );
  const table = () => {
    const others = lines.slice(1).flatMap((one) => [one.name, `${one.name} − ${name}`]);
    return [
      [t('part'), t('what'), name, ...others],
      ...diffs.map((one) => [
        ...[t('group.differs'), `${text(one.name)} ${one.of === null ? '' : text(one.of)}`.trim()],
        ...one.cells.flatMap((cell, i) => {
          const shown = cell === null ? '' : text(cell);
          return i === 0 ? [shown] : [shown, ''];
        }),
      ]),
      ...compareFile(lines, groups, { text, group: (id) => t(`group.${id}`) }),
    ];
  };
  return (
    <section aria-labelledby="plan-compare">
      <SectionHead
        id="plan-compare"
        title={t('title')}
        hint={t('hint')}
        name={`${facts.slug}-plan-compare`}
        table={table}
      >
        <CompareBeside scenarios={scenarios} beside={beside} onChange={onChange} />
      </SectionHead>
      <div aria-busy={stale} className={cx('transition-opacity', stale && 'opacity-55')}>
        <CompareTable
          lines={lines}
          diffs={diffs}
          groups={groups}
          monthsOf={monthsOf}
          onOpen={open}
        />
      </div>
    </section>
  );
}
