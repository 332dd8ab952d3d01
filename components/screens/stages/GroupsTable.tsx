'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { SortTh, Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { GroupsAnswer } from '#lib/contract/stages.ts';
import { joinValues } from '#lib/contract/valueList.ts';
import { groupName } from '#lib/view/groupName.ts';
import {
  GROUP_COLUMNS,
  type Group,
  type GroupSort,
  sortGroups,
} from '#lib/view/stages/groupRows.ts';
import { GroupCells, type OpenPart } from './GroupCells.tsx';
import type { StagePart } from './stagePart.ts';

/** More at once is a wall, not a table. */
const SHOWN = 25;

type Props = StagePart & {
  groups: readonly Group[];
  total: GroupsAnswer['data']['total'];
  label: string;
};

export function GroupsTable({ groups, total, label, conversion, format, onDrill }: Props) {
  const t = useTranslations('stages.groups');
  const { text } = useText();
  const [sort, setSort] = useState<GroupSort>({ column: 'base', descending: true });
  const [all, setAll] = useState(false);
  const sorted = sortGroups(groups, sort);
  const shown = all ? sorted : sorted.slice(0, SHOWN);
  const open = (key: Group['key']): OpenPart => {
    const parts = Object.entries(key).map(([name, value]) => [name, joinValues([value])]);
    return (narrow, outcome) =>
      onDrill(
        conversion,
        { ...Object.fromEntries(parts), ...narrow },
        outcome === null ? {} : { outcome },
      );
  };
  return (
    <>
      <Table label={label}>
        <thead>
          <tr>
            {GROUP_COLUMNS.map((column) => (
              <SortTh
                key={column}
                numeric={column !== 'name'}
                direction={directionOf(sort, column)}
                onSort={() => setSort(nextSort(sort, column))}
              >
                {t(column)}
              </SortTh>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((group) => {
            const name = Object.values(group.key).map(groupName).map(text).join(' · ');
            return (
              <tr key={name}>
                <Th scope="row">{name}</Th>
                <GroupCells stats={group} name={name} format={format} onOpen={open(group.key)} />
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr className="font-medium">
            <Td>{t('total')}</Td>
            <GroupCells stats={total} name={t('total')} format={format} onOpen={open({})} />
          </tr>
        </tfoot>
      </Table>
      {shown.length < sorted.length && (
        <Button size="sm" className="mt-2" onClick={() => setAll(true)}>
          {t('more', { n: format.count(sorted.length) })}
        </Button>
      )}
    </>
  );
}

function directionOf(sort: GroupSort, column: GroupSort['column']) {
  if (sort.column !== column) return null;
  return sort.descending ? 'descending' : 'ascending';
}

function nextSort(sort: GroupSort, column: GroupSort['column']): GroupSort {
  if (sort.column === column) return { column, descending: !sort.descending };
  return { column, descending: column !== 'name' };
}
