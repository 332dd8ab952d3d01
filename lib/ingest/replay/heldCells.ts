import { Refusal } from '#lib/contract/errors.ts';
import { FIELDS } from '#lib/contract/fields.ts';
import { jsonText } from '#lib/contract/jsonText.ts';
import type { HeldRow } from '#lib/store/quarantine.ts';

type Kept = Pick<HeldRow, 'kind' | 'raw' | 'edited'>;
type Header = readonly string[] | null;
export type HeldCell = { name: string; value: string | null; was?: string | null };

/** A held row as named cells: columns of its file, or fields of the API. */
export function heldCells(row: Kept, header: Header): HeldCell[] {
  const came = valuesOf(row.kind, row.raw, header);
  if (row.edited === null) return [...came].map(([name, value]) => ({ name, value }));
  const now = valuesOf(row.kind, row.edited, header);
  return [...new Set([...came.keys(), ...now.keys()])].map((name) => {
    const [value, was] = [now.get(name) ?? null, came.get(name) ?? null];
    return value === was ? { name, value } : { name, value, was };
  });
}

/** The row with these cells put in; refuses names that it does not have. */
export function mendRow(
  row: Kept,
  header: Header,
  cells: Readonly<Record<string, string | null>>,
): unknown {
  const now = row.edited ?? row.raw;
  const names = [...valuesOf(row.kind, now, header).keys()];
  const unknown = Object.keys(cells).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const message = `the row has no cell of this name; it has: ${names.slice(0, 40).join(', ')}`;
    throw new Refusal('invalid_request', `cells.${unknown}: ${message}`, [
      { path: `cells.${unknown}`, message },
    ]);
  }
  return Array.isArray(now) ? mendLine(now, names, header, cells) : mendFields(now, cells);
}

function mendLine(
  now: readonly unknown[],
  names: readonly string[],
  header: Header,
  cells: Readonly<Record<string, string | null>>,
): string[] {
  const width = header?.length ?? now.length;
  const mended = names.map((name, at) => (name in cells ? cells[name] : text(now[at])) ?? '');
  while (mended.length > width && mended.at(-1) === '') mended.pop();
  return mended;
}

function mendFields(now: unknown, cells: Readonly<Record<string, string | null>>): unknown {
  const mended = Object.entries({ ...(now as object), ...cells });
  return Object.fromEntries(mended.filter(([, value]) => value !== null));
}

function valuesOf(kind: Kept['kind'], raw: unknown, header: Header): Map<string, string | null> {
  if (!Array.isArray(raw)) {
    const fields = new Map(Object.entries((raw ?? {}) as object));
    return new Map(FIELDS[kind].map((name) => [name, text(fields.get(name))]));
  }
  const width = Math.max(raw.length, header?.length ?? 0);
  return new Map(
    Array.from({ length: width }, (_, at) => [header?.[at] ?? `#${at + 1}`, text(raw[at])]),
  );
}

function text(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : jsonText(value);
}
