'use client';
import { useQuery } from '@tanstack/react-query';
import { bowtieOptions } from '#lib/query/bowtieOptions.ts';
import { scopeParams } from '#lib/view/homeState.ts';
import { parseSelection } from '#lib/view/selection.ts';
import { type Drill, drillState } from '#lib/view/stages/stagesState.ts';
import { RecordsPanel } from '../records/RecordsPanel.tsx';
import type { StagePart } from './stagePart.ts';

type Props = Pick<StagePart, 'facts' | 'state' | 'format'> & {
  drill: Drill;
  onChange: (drill: Drill | null) => void;
};

/** The records behind one number of the page: the home page's panel on a narrower question. */
export function StageRecords({ facts, state, drill, format, onChange }: Props) {
  const narrowed = drillState(state, drill);
  const params = scopeParams(narrowed, facts.calendar);
  const query = useQuery(bowtieOptions(facts.slug, params));
  const selection = parseSelection(drill.open);
  if (selection === null) return null;
  return (
    <RecordsPanel
      org={facts.slug}
      selection={selection}
      state={narrowed}
      calendar={facts.calendar}
      total={query.isPlaceholderData ? null : (query.data?.data.total ?? null)}
      format={format}
      onChange={({ open, outcome, record }) => {
        if (open === null) onChange(null);
        else {
          onChange({
            ...drill,
            outcome: outcome === undefined ? drill.outcome : outcome,
            record: record === undefined ? drill.record : record,
          });
        }
      }}
    />
  );
}
