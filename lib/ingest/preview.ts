import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import type { ImportKind, Mapping } from '#lib/contract/ingest.ts';
import type { PreviewAnswer } from '#lib/contract/uploads.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { StageMap } from '#lib/store/stageMaps.ts';
import type { FileRecord } from './file/RecordSplitter.ts';
import { type Reading, readRecords } from './file/readRecords.ts';
import { type Scan, scanFile } from './file/scanFile.ts';
import { lineReader } from './mapping/lineReader.ts';
import type { AccountFact } from './readAccount.ts';
import type { ContractFact } from './readContract.ts';
import type { EventFact } from './readEvent.ts';
import { chunks } from './run/chunks.ts';
import { stageReader } from './stageReader.ts';
import { suggestStage } from './suggest/suggestStage.ts';

const SHOWN = 20;
const SCANNED = 200_000;

export type PreviewUse = { kind: ImportKind; mapping: Mapping; timeZone: string };

/** The first rows of a file as what they would become, and the stage names that it uses. */
export async function preview(
  path: string,
  reading: Reading,
  use: PreviewUse,
  org: Org,
  orgStages: StageMap,
  now: Date,
): Promise<PreviewAnswer> {
  const scan = await scanFile(path, reading, use, SCANNED);
  const stageOf = stageReader(use.mapping.stages as StageMap, orgStages);
  const read = lineReader(use.kind, use.mapping, {
    header: scan.header,
    resolved: scan.resolved,
    stageOf,
    timeZone: use.timeZone,
    currency: org.currency,
    receivedAt: now.getTime(),
  });
  const first = await firstRecords(path, reading, use.mapping.header ? 1 : 0);
  return {
    rows: first.map((record) => toRow(record, read(record))),
    stages: stagesOf(scan, use.mapping, stageOf),
    rows_scanned: scan.rows,
    complete: scan.complete,
  };
}

async function firstRecords(path: string, reading: Reading, skip: number): Promise<FileRecord[]> {
  for await (const chunk of chunks(readRecords(path, reading), skip, SHOWN)) return chunk;
  return [];
}

type Row = PreviewAnswer['rows'][number];
type ReadLine = ReturnType<ReturnType<typeof lineReader>>;

function toRow(record: FileRecord, line: ReadLine): Row {
  const cells = record.cells.map((cell) => cell.slice(0, 500));
  const row = { line: record.line, cells, facts: [], problem: null };
  if (line.state === 'ignored') return { ...row, status: 'ignored' };
  if (line.state === 'bad') {
    const { code, message } = line;
    return { ...row, status: 'quarantined', problem: { code, message } };
  }
  return { ...row, status: 'accepted', facts: line.facts.map(toFact) };
}

/** A fact with the names of the API. */
function toFact(fact: EventFact | AccountFact | ContractFact): Record<string, string | null> {
  const version = String(fact.version);
  if ('eventId' in fact) {
    const dimensions = DIMENSIONS.map((name) => [name, fact.dimensions[name]]);
    return {
      event_id: fact.eventId,
      record_id: fact.recordId,
      stage: fact.stage,
      occurred_at: new Date(fact.occurredAt).toISOString(),
      account_id: fact.accountId,
      ...Object.fromEntries(dimensions),
      amount: fact.amount,
      currency: fact.currency,
      close_date: fact.closeDate,
      version,
    };
  }
  if ('contractId' in fact) {
    const { arr, currency, product, segment, motion } = fact;
    return {
      contract_id: fact.contractId,
      account_id: fact.accountId,
      starts_on: fact.startsOn,
      ends_on: fact.endsOn,
      cancelled_on: fact.cancelledOn,
      ...{ arr, currency, product, segment, motion, version },
    };
  }
  const { name, segment, channel, owner, region } = fact;
  return { account_id: fact.accountId, name, segment, channel, owner, region, version };
}

function stagesOf(
  scan: Scan,
  mapping: Mapping,
  stageOf: ReturnType<typeof stageReader>,
): PreviewAnswer['stages'] {
  const values = mapping.wide?.outcome?.values;
  const nulls = new Set(mapping.null_values);
  return [...scan.stages]
    .filter(([name]) => !nulls.has(name))
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => {
      const inWide = values && Object.hasOwn(values, name) ? values[name] : undefined;
      const stage = mapping.wide ? (inWide as StageMap[string] | undefined) : stageOf(name);
      const suggested = suggestStage(name);
      return { name, count, ...(stage === undefined ? {} : { stage }), suggested };
    });
}
