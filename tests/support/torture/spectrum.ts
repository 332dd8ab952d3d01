import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { TortureCase } from './tortureCase.ts';

const folder = dirname(createRequire(import.meta.url).resolve('csv-spectrum'));

type Row = Record<string, string>;

/** The files of csv-spectrum: their first two columns must come back as its JSON has them. */
export const SPECTRUM: TortureCase[] = readdirSync(join(folder, 'csvs')).map((file) => {
  const name = file.replace(/\.csv$/, '');
  const told: Row | Row[] = JSON.parse(readFileSync(join(folder, 'json', `${name}.json`), 'utf8'));
  const rows = [told].flat();
  const [first = '', second = ''] = Object.keys(rows[0] ?? {});
  return {
    name: `csv-spectrum: ${name}`,
    content: readFileSync(join(folder, 'csvs', file)),
    mapping: {
      columns: { record_id: first, account_id: second },
      constants: { stage: 'mql', occurred_at: '2026-01-05' },
      null_values: [],
    },
    // One of them comes with the JSON of another row, which is no list.
    want: Array.isArray(told)
      ? {
          facts: rows.map((row) => ({
            record_id: row[first] ?? '',
            account_id: row[second] || null,
          })),
        }
      : { accepted: 1 },
  };
});
