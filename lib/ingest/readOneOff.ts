import { Refusal } from '#lib/contract/errors.ts';
import { type OneOffRow, oneOffRow } from '#lib/contract/oneOff.ts';
import { refuseLine, smallTable } from './smallTable.ts';

const REQUIRED = ['account_id', 'day', 'amount'];
const KNOWN = ['revenue_id', ...REQUIRED, 'currency', 'product'];

/**
 * One-off revenue of a CSV with a header. Lines without an id are told apart by account, day and
 * which of them it is, so that the same file again changes nothing.
 */
export function readOneOff(csv: string): OneOffRow[] {
  const { names, rows } = smallTable('one-off', csv);
  const missing = REQUIRED.filter((name) => !names.includes(name));
  const unknown = names.filter((name) => !KNOWN.includes(name));
  if (missing.length > 0 || unknown.length > 0) {
    const told = [...missing.map((name) => `no ${name}`), ...unknown.map((name) => `"${name}"`)];
    const message = `the first line must name ${KNOWN.join(', ')}: ${told.join(', ')}`;
    throw new Refusal('invalid_request', `one-off: ${message}`);
  }
  const times = new Map<string, number>();
  return rows.map(({ line, cells }) => {
    const given = names.flatMap((name, i) => (cells[i] ? [[name, cells[i]] as const] : []));
    const row: Record<string, string> = Object.fromEntries(given);
    const place = `${row.account_id}:${row.day}`;
    const nth = (times.get(place) ?? 0) + 1;
    times.set(place, nth);
    const read = oneOffRow.safeParse({ revenue_id: `${place}:${nth}`, ...row });
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    throw refuseLine('one-off', line, `${issue?.path.join('.')} ${issue?.message}`);
  });
}
