import type { Pool } from 'pg';
import { ROW_NOTES } from '#lib/contract/ingest.ts';
import { type ImportRow, settleImport } from '#lib/store/imports.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { extendStageMap, type StageMap } from '#lib/store/stageMaps.ts';
import { type Scan, scanFile } from '../file/scanFile.ts';
import { sniffReading } from '../file/sniffReading.ts';
import { Stopped } from './Stopped.ts';

export type Settled = {
  reading: { encoding: string; delimiter: string };
  header: string[];
  scan: Scan;
  stages: StageMap;
};

/**
 * Reads the file through once and fixes how its rows will be read; a resumed run finds the same.
 * New stage names of the mapping become the organization's own.
 */
export async function settle(pool: Pool, org: Org, claim: ImportRow, now: Date): Promise<Settled> {
  const { encoding, delimiter } = await sniffReading(claim.path, claim);
  const reading = { encoding, delimiter };
  const scan = await scanFile(claim.path, reading, claim);
  const { header } = scan;
  const warnings = warningsOf(claim, scan);
  const stages = await inOrg(pool, org.id, 'write', async (tx) => {
    const { resolved } = scan;
    const found = { mapping: claim.mapping, encoding, delimiter, header, resolved, warnings };
    if (!(await settleImport(tx, claim, found))) throw new Stopped();
    const names = claim.mapping.stages as StageMap;
    if (claim.dryRun) return names;
    return { ...(await extendStageMap(tx, names, now)), ...names };
  });
  return { reading, header, scan, stages };
}

const NOTES: ReadonlySet<string> = new Set(ROW_NOTES);

function warningsOf(claim: ImportRow, scan: Scan): { code: string; count: number }[] {
  const { dates, decimals, rows } = scan;
  const { date_format, decimal } = claim.mapping;
  const told = dates.mdy > 0 !== dates.dmy > 0;
  const guessed = date_format === 'auto' && !told ? dates.open : 0;
  const signed = decimals.dot > 0 !== decimals.comma > 0;
  const ofFile = [
    { code: 'no_rows', count: rows === 0 ? 1 : 0 },
    { code: 'guessed_day_order', count: guessed },
    { code: 'guessed_decimal', count: decimal === 'auto' && !signed ? decimals.open : 0 },
    { code: 'serial_dates', count: date_format === 'iso' ? 0 : dates.serials },
  ];
  // What rows before the cursor were noted for; a dry run counts from the start.
  const ofRows = claim.dryRun ? [] : claim.warnings.filter((warning) => NOTES.has(warning.code));
  return [...ofFile, ...ofRows].filter((warning) => warning.count > 0);
}
