'use client';
import { useQuery } from '@tanstack/react-query';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { Outcome } from '#lib/contract/vocabulary.ts';
import { bowtieOptions } from '#lib/query/bowtieOptions.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { ApiParams } from '#lib/view/homeState.ts';
import { type Drill, drillParams, isOfBowtie } from '#lib/view/records/drill.ts';
import { selectionParams } from '#lib/view/selection.ts';
import { type PanelChange, RecordsPanel } from './RecordsPanel.tsx';

type Props = {
  facts: HomeFacts;
  drill: Drill;
  /** The question of the page. */
  scope: ApiParams;
  state: { outcome: Outcome | null; record: string | null };
  format: Format;
  onChange: (change: PanelChange) => void;
};

/** The records behind one number of the page, beside what the bowtie counts of them. */
export function CountedRecords({ facts, drill, scope, state, format, onChange }: Props) {
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
