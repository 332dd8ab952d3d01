'use client';
import { useTranslations } from 'next-intl';
import { SortTh } from '#components/ui/Table.tsx';
import {
  type Column,
  isMoney,
  type RowKind,
  sortFieldOf,
  widthOf,
} from '#lib/view/records/columns.ts';
import { useColumnName } from './useColumnName.ts';

type Props = {
  columns: readonly Column[];
  kind: RowKind;
  sort: string;
  onSort: (sort: string) => void;
};

export function RecordHead({ columns, kind, sort, onSort }: Props) {
  const t = useTranslations('records');
  const nameOf = useColumnName(kind);
  return (
    <thead className="sticky top-0 z-10 bg-surface">
      <tr aria-rowindex={1} aria-label={t('head')}>
        {columns.map((column) => {
          const field = sortFieldOf(column);
          const direction =
            sort === field ? 'ascending' : sort === `-${field}` ? 'descending' : null;
          return (
            <SortTh
              key={column}
              width={widthOf(column)}
              numeric={isMoney(column)}
              direction={direction}
              onSort={() => onSort(direction === 'descending' ? field : `-${field}`)}
            >
              {nameOf(column)}
            </SortTh>
          );
        })}
      </tr>
    </thead>
  );
}
