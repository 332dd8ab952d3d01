import { writeFile } from 'node:fs/promises';
import { mappingBody } from '#lib/contract/ingest.ts';
import { createRandom, type Random } from '#prisma/sample/random.ts';

const COLUMNS = ['event_id', 'version', 'record_id', 'stage', 'occurred_at', 'amount', 'segment'];
const STAGES = ['prospect', 'mql', 'sql', 'sal', 'won', 'lost', 'onboarded', 'churned'] as const;

export const FAULT_MAPPING = mappingBody.parse({
  columns: Object.fromEntries(COLUMNS.map((name) => [name, name])),
  constants: { currency: 'USD', source: 'crm' },
});

function row(random: Random, id: number, version: number, records: number): string {
  const day = new Date(Date.UTC(2025, 0, 1 + random.whole(0, 399))).toISOString().slice(0, 10);
  const stage = random.chance(0.02) ? 'nonsense' : random.pick(STAGES);
  const amount = random.chance(0.3) ? random.pick(['1200.50', '99', 'free']) : '';
  const record = `r${random.whole(0, records - 1)}`;
  return [`e${id}`, version, record, stage, day, amount, random.pick(['small', 'key'])].join(',');
}

/**
 * Rows as they come in life: some bad, some twice, some newer versions, a few of which move the
 * event to another record. With `versioned` no two rows of one event share a version, so that any
 * order of arrival must give the same.
 */
export function faultRows(
  seed: number,
  count: number,
  { versioned = false, records = Math.ceil(count / 4) } = {},
): string[] {
  const random = createRandom(seed);
  const rows: string[] = [];
  let next = 0;
  for (let at = 0; at < count; at += 1) {
    const before = rows[random.whole(0, Math.max(0, rows.length - 1))];
    if (before !== undefined && random.chance(0.05)) {
      rows.push(before);
      continue;
    }
    const again = random.chance(0.1) ? random.whole(0, next) : next;
    next += again === next ? 1 : 0;
    rows.push(row(random, again, versioned ? at : random.whole(0, 2), records));
  }
  return rows;
}

export async function writeFaultFile(path: string, rows: readonly string[]): Promise<void> {
  await writeFile(path, `${COLUMNS.join(',')}\n${rows.join('\n')}\n`);
}
