'use client';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useCallback, useState } from 'react';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import type { Dimension } from '#lib/bowtie/dimensions.ts';
import type { RecordRow } from '#lib/contract/records.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { type RowKind, usualSort } from '#lib/view/records/columns.ts';
import { parseMatch, type RowMatch, writeMatch } from '#lib/view/records/rowMatch.ts';
import { useErrorText } from '../useErrorText.ts';
import { RecordFilters } from './RecordFilters.tsx';
import { RecordsSaid } from './RecordsSaid.tsx';
import { RecordTable } from './RecordTable.tsx';
import { RecordTools } from './RecordTools.tsx';
import { rowsSearch } from './rowsSearch.ts';
import { useColumns } from './useColumns.ts';
import { useRecordRows } from './useRecordRows.ts';

type Props = {
  org: string;
  params: Record<string, string>;
  kind: RowKind;
  values: Record<Dimension, string[]>;
  /** The number in the chart, where it shows one. */
  expected: number | null;
  format: Format;
  onOpen: (row: RecordRow) => void;
};

/** The rows behind a number: found, filtered and sorted; how many there are is the number. */
export function RecordList({ org, params, kind, values, expected, format, onOpen }: Props) {
  const t = useTranslations('records');
  const [state, setState] = useQueryStates(rowsSearch);
  const match = parseMatch(state.match);
  const sort = state.sort ?? usualSort(kind);
  const asked = { ...params, sort, ...(state.match === null ? {} : { match: state.match }) };
  const rows = useRecordRows(org, asked);
  const { shown, choose } = useColumns(kind);
  const [filtersOpen, setFiltersOpen] = useState(hasFilters(match));
  const onMatch = useCallback(
    (next: RowMatch) => setState({ match: writeMatch(next) }),
    [setState],
  );
  const errorText = useErrorText();
  const { count } = rows;
  return (
    <>
      <RecordTools
        kind={kind}
        columns={shown}
        match={match}
        filtersOpen={filtersOpen}
        onColumn={choose}
        onMatch={onMatch}
        onFilters={setFiltersOpen}
      />
      {filtersOpen && <RecordFilters kind={kind} values={values} match={match} onMatch={onMatch} />}
      <RecordsSaid
        count={count}
        expected={rows.stale ? null : expected}
        filtered={state.match !== null}
        format={format}
      />
      {rows.error ? (
        <div className="p-5">
          <ErrorState message={errorText(rows.error)} onRetry={rows.retry} />
        </div>
      ) : count === null ? (
        <Waiting />
      ) : count === 0 ? (
        <p className="p-5 text-ink-2">{t(state.match === null ? 'none' : 'noMatch')}</p>
      ) : (
        <RecordTable
          count={count}
          columns={shown}
          kind={kind}
          sort={sort}
          stale={rows.stale}
          format={format}
          rowAt={rows.rowAt}
          onLook={rows.look}
          onSort={(next) => setState({ sort: next })}
          onOpen={onOpen}
        />
      )}
    </>
  );
}

function hasFilters({ text: _, ...match }: RowMatch): boolean {
  return Object.values(match).some((values) => values.length > 0);
}

function Waiting() {
  return (
    <div className="grid gap-2 p-5">
      {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
        <Skeleton key={key} className="h-8" />
      ))}
    </div>
  );
}
