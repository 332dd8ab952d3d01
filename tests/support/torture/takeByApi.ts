import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type ImportAnswer, mappingBody } from '#lib/contract/ingest.ts';
import { previewAnswer, uploadAnswer } from '#lib/contract/uploads.ts';
import { processImport } from '#lib/ingest/run/processImport.ts';
import { runImport } from '#lib/ingest/runImport.ts';
import type { TestDatabase } from '../database.ts';
import { LONG, NOW } from '../importFile.ts';
import type { TestOrg, Told } from '../testApi.ts';
import type { TortureCase } from './tortureCase.ts';

type Counts = Record<'accepted' | 'duplicates' | 'quarantined' | 'ignored', number>;
export type Outcome = {
  /** Why the file was refused whole, at whichever step that was found. */
  refused?: string | undefined;
  counts: Counts;
  /** `line code` of rows that are held back: of `rejects.csv`, and of the preview. */
  bad: string[];
  badInPreview: string[];
  warnings: Record<string, number>;
  facts: Record<string, unknown>[];
};

const NOTHING: Outcome = {
  counts: { accepted: 0, duplicates: 0, quarantined: 0, ignored: 0 },
  bad: [],
  badInPreview: [],
  warnings: {},
  facts: [],
};

/** A file through all that the page asks: upload, sniff, preview, import, result and rejects. */
export async function takeByApi(
  db: TestDatabase,
  org: TestOrg,
  one: TortureCase,
): Promise<Outcome> {
  const form = new FormData();
  const reading = given({ encoding: one.encoding, delimiter: one.delimiter });
  for (const [name, value] of Object.entries(reading)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(Buffer.from(one.content))]), 'export.csv');
  const sent = await org.send('/uploads', form);
  if (sent.status !== 201) return { ...NOTHING, refused: reasonOf(sent) };
  const { id } = uploadAnswer.parse(sent.body).data;
  const sniffed = await org.post(`/uploads/${id}/sniff`, reading);
  if (sniffed.status !== 200) return { ...NOTHING, refused: reasonOf(sniffed) };
  const use = {
    ...reading,
    ...given({ time_zone: one.timeZone }),
    kind: one.kind ?? 'events',
    mapping: one.mapping ?? LONG,
  };
  const shown = await org.post(`/uploads/${id}/preview`, use);
  if (shown.status !== 200) return { ...NOTHING, refused: reasonOf(shown) };
  const start = await org.post(`/uploads/${id}/import`, use);
  if (start.status !== 202) return { ...NOTHING, refused: reasonOf(start) };
  const importId = (start.body as { data: { id: string } }).data.id;
  await processImport(db.pool, org.org, importId, { now: NOW });
  return { ...(await outcomeOf(db, org, importId)), badInPreview: badOf(shown) };
}

async function outcomeOf(db: TestDatabase, org: TestOrg, id: string): Promise<Outcome> {
  const { data } = (await org.get(`/imports/${id}`)).body as { data: ImportAnswer };
  const { accepted, duplicates, quarantined, ignored } = data;
  const rejects = await org.get(`/imports/${id}/rejects.csv`);
  const rows: string[][] = parse(String(rejects.body), { relax_column_count: false });
  return {
    refused: data.error?.code,
    counts: countsOf(data),
    bad: rows.slice(1).map((row) => row.slice(-3, -1).join(' ')),
    badInPreview: [],
    warnings: Object.fromEntries(data.warnings.map(({ code, count }) => [code, count])),
    facts: accepted + duplicates + quarantined + ignored === 0 ? [] : await factsOf(db, org, id),
  };
}

function countsOf(answer: ImportAnswer): Counts {
  const { received, accepted, duplicates, quarantined, ignored } = answer;
  if (received !== accepted + duplicates + quarantined + ignored) throw new Error('rows got lost');
  return { accepted, duplicates, quarantined, ignored };
}

function badOf(shown: Told): string[] {
  const { rows } = previewAnswer.parse(shown.body).data;
  return rows.flatMap(({ line, problem }) => (problem ? [`${line} ${problem.code}`] : []));
}

function reasonOf(told: Told): string {
  const { error } = told.body as { error: { reason?: string; message: string } };
  if (told.status !== 400) throw new Error(`HTTP ${told.status}: ${error.message}`);
  return error.reason ?? error.message;
}

const FACTS = {
  stage_event: `line, record_id, stage, to_char(occurred_at at time zone 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as occurred_at, account_id, segment, owner, amount::text,
    currency`,
  contract: `line, contract_id, account_id, starts_on::text, ends_on::text, arr::text, currency`,
  account: 'line, account_id, name',
};

async function factsOf(db: TestDatabase, org: TestOrg, id: string) {
  const facts: Record<string, unknown>[] = [];
  for (const [table, columns] of Object.entries(FACTS)) {
    const question = `select ${columns} from ${table} where org_id = $1 and import_id = $2
      order by line, 2, ${table === 'stage_event' ? 'occurred_at' : '2'}`;
    facts.push(...(await db.owner.query(question, [org.org.id, id])).rows);
  }
  return facts;
}

/** The same file as the command line takes it, without keeping anything. */
export async function dryRun(db: TestDatabase, { org }: TestOrg, one: TortureCase) {
  const folder = await mkdtemp(join(tmpdir(), 'bowtie-file-'));
  try {
    const path = join(folder, 'file.csv');
    await writeFile(path, one.content);
    const answer = await runImport(db.pool, org, {
      ...{ kind: one.kind ?? 'events', path, mapping: mappingBody.parse(one.mapping ?? LONG) },
      ...{ timeZone: one.timeZone, encoding: one.encoding, delimiter: one.delimiter },
      ...{ dryRun: true, now: NOW, newId: randomUUID },
    });
    return { counts: countsOf(answer), error: answer.error };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function given(values: Record<string, string | undefined>): Record<string, string> {
  const entries = Object.entries(values).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
