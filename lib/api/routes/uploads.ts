import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { Refusal } from '#lib/contract/errors.ts';
import { parse } from '#lib/contract/parse.ts';
import {
  previewAnswer,
  previewBody,
  type ReadingBody,
  readingBody,
  type SavedMapping,
  startAnswer,
  startBody,
  type UploadAnswer,
  uploadAnswer,
} from '#lib/contract/uploads.ts';
import { sniffReading } from '#lib/ingest/file/sniffReading.ts';
import { preview } from '#lib/ingest/preview.ts';
import { requireRoomForFile, roomOf } from '#lib/ingest/room.ts';
import { checkImport, checkTimeZone, startImport } from '#lib/ingest/startImport.ts';
import { sniffFile } from '#lib/ingest/suggest/sniffFile.ts';
import { suggestMappings } from '#lib/ingest/suggest/suggestMapping.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { findMappingFor, insertMapping, type MappingRow } from '#lib/store/mappings.ts';
import type { Org } from '#lib/store/orgs.ts';
import { currentStageMap } from '#lib/store/stageMaps.ts';
import { findUpload, insertUpload, type UploadRow } from '#lib/store/uploads.ts';
import { addRoute } from '../addRoute.ts';
import type { Api, ApiDeps } from '../context.ts';
import { once } from '../once.ts';
import { readUpload } from '../readUpload.ts';

const uploadParams = z.strictObject({ id: z.uuid() });
const form = readingBody.omit({ header: true });
const upload = form.extend({ file: z.string().meta({ format: 'binary' }) });

/** What the page for imports needs: a file is kept, looked at, previewed, then taken. */
export function addUploadRoutes(api: Api): void {
  addUpload(api);
  addSniff(api);
  addPreview(api);
  addImport(api);
}

function addUpload(api: Api): void {
  const spec = {
    method: 'post',
    path: '/uploads',
    summary: 'Keep a file and say how it would be read; what is given is not guessed',
    scope: 'ingest',
    upload,
    answers: { 201: { description: 'The file as it was understood', schema: uploadAnswer } },
  } as const;
  addRoute(api, spec, async (call) => {
    const { c, deps, org } = call;
    const id = deps.newId();
    const file = await readUpload(c.req.raw, deps, id);
    try {
      const given = parse(form, { ...file.fields });
      const { fields, ...kept } = file;
      const row = { id, ...kept, createdAt: deps.now() };
      const requestHash = `${file.sha256} ${JSON.stringify(fields)}`;
      const data = await describe(deps, org, row, given);
      const answer = await once({ ...call, requestHash }, async (tx) => {
        await insertUpload(tx, row);
        return { status: 201, body: { data } };
      });
      if (!JSON.stringify(answer.body).includes(id)) await rm(file.path, { force: true });
      return answer;
    } catch (error) {
      await rm(file.path, { force: true });
      throw error;
    }
  });
}

function addSniff(api: Api): void {
  const spec = {
    method: 'post',
    path: '/uploads/{id}/sniff',
    summary: 'Read the file again with another encoding, delimiter or header',
    scope: 'ingest',
    params: uploadParams,
    body: readingBody,
    answers: { 200: { description: 'The file as it was understood', schema: uploadAnswer } },
  } as const;
  addRoute(api, spec, async ({ deps, org, params, body }) => {
    const data = await describe(deps, org, await must(deps, org, params.id), body);
    return { status: 200, body: { data } };
  });
}

function addPreview(api: Api): void {
  const spec = {
    method: 'post',
    path: '/uploads/{id}/preview',
    summary: 'The first 20 rows as what they would become',
    scope: 'ingest',
    params: uploadParams,
    body: previewBody,
    answers: { 200: { description: 'Rows and stage names', schema: previewAnswer } },
  } as const;
  addRoute(api, spec, async ({ deps, org, params, body }) => {
    const file = await must(deps, org, params.id);
    checkTimeZone(body.time_zone);
    const reading = await sniffReading(file.path, body);
    const use = { ...body, timeZone: body.time_zone ?? org.timeZone };
    const { stages } = await inOrg(deps.pool, org.id, 'read', currentStageMap);
    const data = await preview(file.path, reading, use, org, stages, deps.now());
    return { status: 200, body: { data } };
  });
}

function addImport(api: Api): void {
  const spec = {
    method: 'post',
    path: '/uploads/{id}/import',
    summary: 'Take the file; with dry_run only count',
    scope: 'ingest',
    params: uploadParams,
    body: startBody,
    answers: { 202: { description: 'Waiting for a worker', schema: startAnswer } },
  } as const;
  addRoute(api, spec, async (call) => {
    const { deps, org, params, body } = call;
    const file = await must(deps, org, params.id);
    const { kind, mapping, encoding, delimiter, dry_run: dryRun, time_zone: timeZone } = body;
    const request = { kind, mapping, timeZone, encoding, delimiter, dryRun, file };
    const { header } = await checkImport(request);
    await requireRoomForFile(deps.room ?? roomOf(deps.dataDir), file.bytes);
    return once(call, async (tx) => {
      const [id, now] = [deps.newId(), deps.now()];
      await startImport(tx, org, request, { id, now });
      if (body.save_as !== undefined) {
        const name = body.save_as;
        const row = { id: deps.newId(), name, kind, mapping, header, createdAt: now };
        await insertMapping(tx, row);
      }
      return { status: 202, body: { data: { id, status: 'queued' } } };
    });
  });
}

async function must(deps: ApiDeps, org: Org, id: string): Promise<UploadRow> {
  const found = await inOrg(deps.pool, org.id, 'read', (tx) => findUpload(tx, id));
  if (found !== null) return found;
  throw new Refusal('not_found', 'there is no such upload; files are kept for seven days');
}

async function describe(
  deps: ApiDeps,
  org: Org,
  file: UploadRow,
  given: ReadingBody,
): Promise<UploadAnswer> {
  const sniffed = await sniffFile(file.path, given);
  const header = sniffed.sniff.columns.map((column) => column.name);
  const saved = await inOrg(deps.pool, org.id, 'read', (tx) => findMappingFor(tx, header));
  return {
    id: file.id,
    file_name: file.fileName,
    bytes: file.bytes,
    sha256: file.sha256,
    sniff: sniffed.sniff,
    suggestions: suggestMappings(sniffed, org),
    saved: saved && toSavedMapping(saved),
  };
}

export function toSavedMapping({ createdAt, ...rest }: MappingRow): SavedMapping {
  return { ...rest, created_at: createdAt.toISOString() };
}
