import type { ImportRow } from '#lib/store/imports.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { HeldRow } from '#lib/store/quarantine.ts';
import type { StageMap } from '#lib/store/stageMaps.ts';
import type { Line } from '../line.ts';
import { lineReader } from '../mapping/lineReader.ts';
import { postReader } from '../postReader.ts';
import type { AccountFact } from '../readAccount.ts';
import type { ContractFact } from '../readContract.ts';
import type { EventFact } from '../readEvent.ts';
import type { RawRow } from '../readText.ts';
import { stageReader } from '../stageReader.ts';

export type AnyFact = EventFact | AccountFact | ContractFact;
export type ReadHeld = (row: HeldRow) => Line<AnyFact>;

/** Reads rows of one file or call again: as they arrived, by what the map says now. */
export function heldReader(
  org: Org,
  stages: StageMap,
  of: { first: HeldRow; from: ImportRow | null },
): ReadHeld {
  const { first, from } = of;
  const receivedAt = first.receivedAt.getTime();
  const read =
    from === null ? calledAgain(org, stages, first) : filedAgain(org, stages, from, receivedAt);
  return (row) => (stays(row) ? { ...basis(row), ...stuck(row) } : read(row));
}

/** No map mends a line that was never whole: it stays until somebody edits it. */
function stays(row: HeldRow): boolean {
  return row.code === 'bad_row' && row.edited === null && Array.isArray(row.raw);
}

function stuck({ code, message }: HeldRow) {
  return { state: 'bad' as const, code, message };
}

function basis({ line, raw, source }: HeldRow) {
  return { line, raw, source };
}

function filedAgain(org: Org, stages: StageMap, from: ImportRow, receivedAt: number): ReadHeld {
  const { header, mapping, resolved, timeZone } = from;
  const read = lineReader(from.kind, mapping, {
    header: header ?? [],
    resolved: resolved ?? { decimal: '.', order: orderOf(mapping.date_format) },
    stageOf: stageReader(mapping.stages as StageMap, stages),
    timeZone,
    currency: org.currency,
    receivedAt,
  });
  return (row) => {
    const cells = (row.edited ?? row.raw) as unknown[];
    return read({ line: row.line, cells: cells.map(String), problem: null }) as Line<AnyFact>;
  };
}

function orderOf(format: ImportRow['mapping']['date_format']) {
  return format === 'auto' ? null : format;
}

function calledAgain(org: Org, stages: StageMap, first: HeldRow): ReadHeld {
  const read = postReader(first.kind, org, {
    source: first.source,
    stages,
    receivedAt: first.receivedAt.getTime(),
  });
  return (row) => read((row.edited ?? row.raw) as RawRow, row.line) as Line<AnyFact>;
}
