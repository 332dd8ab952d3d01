'use client';
import { useState } from 'react';
import { COLUMNS, type Column, type RowKind, shownColumns } from '#lib/view/records/columns.ts';

const PHONE_PX = 640;

/** The columns that this browser shows for rows of a kind, and how to change them. */
export function useColumns(kind: RowKind) {
  const name = `columns.${kind}`;
  const [chosen, setChosen] = useState<readonly string[] | null>(() => read(name));
  const { usual, narrow } = COLUMNS[kind];
  const isPhone = window.innerWidth < PHONE_PX;
  const shown = shownColumns(kind, chosen ?? (isPhone ? narrow : usual));
  const choose = (column: Column, wanted: boolean) => {
    const next = shown.filter((one) => one !== column).concat(wanted ? [column] : []);
    setChosen(next);
    keep(name, next);
  };
  return { shown, choose };
}

function read(name: string): readonly string[] | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : null;
  } catch {
    return null;
  }
}

/** A browser that keeps nothing still shows what was chosen until the page is left. */
function keep(name: string, columns: readonly string[]): void {
  try {
    localStorage.setItem(name, JSON.stringify(columns));
  } catch {
    // Private windows may refuse it.
  }
}
