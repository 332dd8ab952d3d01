'use client';
import { useQuery } from '@tanstack/react-query';
import { bowtieOptions } from '#lib/query/bowtieOptions.ts';
import { type Drill, drillParams, isOfBowtie } from '#lib/view/records/drill.ts';
import { selectionParams } from '#lib/view/selection.ts';
import { questionParams } from '#lib/view/stages/stagesState.ts';
import { type PanelChange, RecordsPanel } from '../records/RecordsPanel.tsx';
import type { StagePart } from './stagePart.ts';

type Props = Pick<StagePart, 'facts' | 'state' | 'format'> & {
  drill: Drill;
  onChange: (change: PanelChange) => void;
};

/** The records behind one number of the page, beside what the bowtie counts of them. */
export function StageRecords({ facts, state, drill, format, onChange }: Props) {
  const scope = questionParams(state, facts.calendar);
  const whole = drillParams(scope, drill, null);
  for (const name of Object.keys(selectionParams(drill.selection, null))) delete whole[name];
  const query = useQuery({ ...bowtieOptions(facts.slug, whole), enabled: isOfBowtie(drill) });
  return (
    <RecordsPanel
      facts={facts}
      drill={drill}
      scope={scope}
      outcome={state.outcome}
      record={state.record}
      total={query.isPlaceholderData ? null : (query.data?.data.total ?? null)}
      format={format}
      onChange={onChange}
    />
  );
}
