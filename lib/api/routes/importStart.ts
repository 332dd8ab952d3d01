import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { Refusal } from '#lib/contract/errors.ts';
import { IMPORT_KINDS, type Mapping, mappingBody } from '#lib/contract/ingest.ts';
import { parse } from '#lib/contract/parse.ts';
import { PRESETS, startAnswer } from '#lib/contract/uploads.ts';
import { findPreset } from '#lib/ingest/presets.ts';
import { requireRoomForFile, roomOf } from '#lib/ingest/room.ts';
import { checkImport, type ImportRequest, startImport } from '#lib/ingest/startImport.ts';
import { insertUpload } from '#lib/store/uploads.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';
import { once } from '../once.ts';
import { parseJson } from '../readBody.ts';
import { readUpload, type Uploaded } from '../readUpload.ts';

const form = z.strictObject({
  kind: z.enum(IMPORT_KINDS),
  preset: z.enum(PRESETS).optional(),
  mapping: z.string().optional(),
  time_zone: z.string().optional(),
  encoding: z.string().optional(),
  dry_run: z.enum(['true', 'false', '1', '0']).optional(),
});
const upload = form.extend({ file: z.string().meta({ format: 'binary' }) });

/** POST /imports: the file goes to the disk first, the import runs in the background. */
export function addImportStart(api: Api): void {
  addRoute(
    api,
    {
      method: 'post',
      path: '/imports',
      summary: 'Take a file: CSV or TSV, gzip too; it runs in the background',
      scope: 'ingest',
      upload,
      answers: { 202: { description: 'Waiting for a worker', schema: startAnswer } },
    },
    async (call) => {
      const { c, deps, org } = call;
      const id = deps.newId();
      const file = await readUpload(c.req.raw, deps, id);
      try {
        const request = toRequest(file);
        await checkImport(request);
        await requireRoomForFile(deps.room ?? roomOf(deps.dataDir), file.bytes);
        const requestHash = `${file.sha256} ${JSON.stringify(file.fields)}`;
        const answer = await once({ ...call, requestHash }, async (tx) => {
          const now = deps.now();
          const { path, fileName, bytes, sha256 } = file;
          await insertUpload(tx, { id, path, fileName, bytes, sha256, createdAt: now });
          await startImport(tx, org, request, { id, now });
          return { status: 202, body: { data: { id, status: 'queued' } } };
        });
        if (!JSON.stringify(answer.body).includes(id)) await rm(file.path, { force: true });
        return answer;
      } catch (error) {
        await rm(file.path, { force: true });
        throw error;
      }
    },
  );
}

function toRequest(file: Uploaded): ImportRequest {
  const fields = parse(form, { ...file.fields });
  return {
    kind: fields.kind,
    mapping: mappingOf(fields),
    timeZone: fields.time_zone,
    encoding: fields.encoding,
    dryRun: fields.dry_run === 'true' || fields.dry_run === '1',
    file,
  };
}

function mappingOf(fields: z.output<typeof form>): Mapping {
  if ((fields.mapping === undefined) === (fields.preset === undefined)) {
    throw new Refusal('invalid_request', 'mapping: give either a mapping or a preset');
  }
  if (fields.mapping !== undefined) return parse(mappingBody, parseJson(fields.mapping));
  const preset = findPreset(fields.preset ?? '');
  if (preset?.kind === fields.kind) return preset.mapping;
  const message = `is a preset for ${preset?.kind ?? 'nothing'}, not for ${fields.kind}`;
  throw new Refusal('invalid_request', `preset: ${message}`, [{ path: 'preset', message }]);
}
