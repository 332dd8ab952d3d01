import { BinaryList, type Cell, type Element } from './BinaryList.ts';
import type { Tx } from './inOrg.ts';
import { planName } from './prepared.ts';

export type { Cell } from './BinaryList.ts';

/** How a column's cells are sent, and what becomes of them there. */
const SENT = {
  text: { as: 'text' },
  instant: { as: 'timestamptz' },
  boolean: { as: 'boolean' },
  integer: { as: 'integer' },
  bigint: { as: 'bigint' },
  bytea: { as: 'bytea' },
  /** Null: the next number. */
  arrival: { as: 'bigint', or: "nextval('arrival_seq')" },
  date: { as: 'text', cast: 'date' },
  numeric: { as: 'text', cast: 'numeric' },
  uuid: { as: 'text', cast: 'uuid' },
  jsonb: { as: 'text', cast: 'jsonb' },
  'date[]': { as: 'text', cast: 'date[]' },
  'numeric[]': { as: 'text', cast: 'numeric[]' },
} as const satisfies Record<string, { as: Element; cast?: string; or?: string }>;

export type Column = { name: string; kind: keyof typeof SENT };
/** Rows that need not all exist at once: most of the garbage of an import dies young so. */
export type Rows = Iterable<readonly Cell[]>;

export function columns(kind: Column['kind'], ...names: readonly string[]): Column[] {
  return names.map((name) => ({ name, kind }));
}

/** The rows of a list, each made when its turn comes. */
export function* rowsOf<T>(list: readonly T[], toCells: (item: T) => Cell[]): Generator<Cell[]> {
  for (const item of list) yield toCells(item);
}

/**
 * Inserts rows in their order by one statement, a parameter for each column: row-level security
 * refuses a copy. `clash` says what becomes of a row whose key is taken.
 */
export async function insertRows(
  tx: Tx,
  table: string,
  list: readonly Column[],
  rows: Rows,
  clash = '',
): Promise<void> {
  const lists = toLists(list, rows);
  if (lists === null) return;
  const names = list.map(({ name }) => name).join(', ');
  const text = `insert into ${table} (org_id, ${names})
    select $1::uuid, ${list.map(asKept).join(', ')} from ${given(list)} ${clash}`;
  await tx.client.query({ name: planName(tx, text), text, values: [tx.orgId, ...lists] });
}

/** The parameters from the second on as rows. */
function given(list: readonly Column[]): string {
  const sent = list.map(({ kind }, at) => `$${at + 2}::${SENT[kind].as}[]`);
  return `unnest(${sent.join(', ')}) as given (${list.map(({ name }) => name).join(', ')})`;
}

function asKept({ name, kind }: Column): string {
  const sent = SENT[kind];
  if ('or' in sent) return `coalesce(given.${name}, ${sent.or})`;
  return 'cast' in sent ? `given.${name}::${sent.cast}` : `given.${name}`;
}

/** TRICKY: one for each column of any table, filled and emptied without a pause in between. */
const writers: BinaryList[] = [];

/** A list for each column; null where there is no row. */
function toLists(list: readonly Column[], rows: Rows): Buffer[] | null {
  while (writers.length < list.length) writers.push(new BinaryList());
  const own = list.map(({ kind }, at) => ({ as: SENT[kind].as, to: writers[at] as BinaryList }));
  for (const { to } of own) to.clear();
  for (const row of rows) {
    let at = 0;
    for (const { as, to } of own) to.add(as, row[at++] ?? null);
  }
  if ((own[0]?.to.count ?? 0) === 0) return null;
  const all = Buffer.allocUnsafe(own.reduce((sum, { to }) => sum + to.size, 0));
  let at = 0;
  return own.map(({ as, to }) => {
    const taken = to.take(as, all, at);
    at += taken.length;
    return taken;
  });
}
