'use client';
import { Columns3, ListFilter, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Input } from '#components/ui/Input.tsx';
import { Menu, MenuCheck } from '#components/ui/Menu.tsx';
import { triggerClass } from '#components/ui/triggerClass.ts';
import { COLUMNS, type Column, type RowKind } from '#lib/view/records/columns.ts';
import type { RowMatch } from '#lib/view/records/rowMatch.ts';
import { useColumnName } from './useColumnName.ts';

type Props = {
  kind: RowKind;
  columns: readonly Column[];
  match: RowMatch;
  filtersOpen: boolean;
  onColumn: (column: Column, wanted: boolean) => void;
  onMatch: (match: RowMatch) => void;
  onFilters: (open: boolean) => void;
};

/** What a reader does with a list: find, filter, and choose what is seen of a row. */
export function RecordTools(props: Props) {
  const { kind, columns, match, filtersOpen, onColumn, onMatch, onFilters } = props;
  const t = useTranslations('records');
  const nameOf = useColumnName(kind);
  const [, ...optional] = COLUMNS[kind].all;
  return (
    <div className="flex items-center gap-2 px-5 pt-3">
      <Find text={match.text?.[0] ?? ''} onFind={(text) => onMatch({ ...match, text: [text] })} />
      <Button
        size="sm"
        className="h-8 shrink-0"
        aria-expanded={filtersOpen}
        onClick={() => onFilters(!filtersOpen)}
      >
        <ListFilter aria-hidden className="size-3.5 text-ink-3" />
        {t('filter')}
      </Button>
      <Menu
        trigger={
          <button type="button" className={triggerClass('chip')}>
            <Columns3 aria-hidden className="size-3.5 text-ink-3" />
            {t('columns')}
          </button>
        }
      >
        {optional.map((column) => (
          <MenuCheck
            key={column}
            checked={columns.includes(column)}
            onChange={(wanted) => onColumn(column, wanted)}
          >
            {nameOf(column)}
          </MenuCheck>
        ))}
      </Menu>
    </div>
  );
}

const TYPING_MS = 250;

/** Asks when the reader pauses, not at each letter. */
function Find({ text, onFind }: { text: string; onFind: (text: string) => void }) {
  const t = useTranslations('records');
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    if (typed === text) return;
    const paused = setTimeout(() => onFind(typed), TYPING_MS);
    return () => clearTimeout(paused);
  }, [typed, text, onFind]);
  return (
    <div className="relative min-w-0 flex-1">
      <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-ink-3" />
      <Input
        type="search"
        aria-label={t('find')}
        placeholder={t('find')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className="h-8 pl-8 text-sm"
      />
    </div>
  );
}
