'use client';
import { useQuery } from '@tanstack/react-query';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import { bowtieOptions } from '#lib/query/bowtieOptions.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { type Drill, drillParams, isOfBowtie } from '#lib/view/records/drill.ts';
import { selectionParams } from '#lib/view/selection.ts';
import { RecordsPanel } from '../../records/RecordsPanel.tsx';
import type { PlanPageState, PlanPart } from '../planPart.ts';

type Props = {
  facts: HomeFacts;
  drill: Drill;
  state: Pick<PlanPageState, 'outcome' | 'record'>;
  format: Format;
  onChange: PlanPart['onChange'];
};

/** The records that an input was measured on: the drill says all, the page has no filters. */
export function PlanRecords({ facts, drill, state, format, onChange }: Props) {
  const whole = drillParams({}, drill, null);
  for (const name of Object.keys(selectionParams(drill.selection, null))) delete whole[name];
  const query = useQuery({ ...bowtieOptions(facts.slug, whole), enabled: isOfBowtie(drill) });
  return (
    <RecordsPanel
      facts={facts}
      drill={drill}
      scope={{}}
      outcome={state.outcome}
      record={state.record}
      total={query.isPlaceholderData ? null : (query.data?.data.total ?? null)}
      format={format}
      onChange={onChange}
    />
  );
}
