import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import busboy from 'busboy';
import { Refusal } from '#lib/contract/errors.ts';
import { fileFault } from '#lib/contract/fileFault.ts';
import { type Room, requireRoom, roomOf } from '#lib/ingest/room.ts';

export type Uploaded = {
  fields: Record<string, string>;
  fileName: string;
  path: string;
  bytes: number;
  sha256: string;
};

type Place = { dataDir: string; room?: Room; uploadBytes?: number };
type Limits = { room: Room; most: number };

const MOST = 16 * 1024 * 1024 * 1024;
/** How often a file that comes without a length is held against the room that is left. */
const LOOK = 64 * 1024 * 1024;
const FIELD_SIZE = 1024 * 1024;
const LIMITS = { files: 2, fields: 30, fieldSize: FIELD_SIZE, parts: 40 };

/** Streams the one file of a form to the disk, in constant memory; refuses any other form. */
export async function readUpload(request: Request, deps: Place, id: string): Promise<Uploaded> {
  const folder = join(deps.dataDir, 'uploads');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const room = deps.room ?? roomOf(folder);
  const length = Number(request.headers.get('content-length') ?? 0);
  const most = deps.uploadBytes ?? MOST;
  if (length > most) throw tooLarge(most);
  await requireRoom(room, length);
  const path = join(folder, id);
  try {
    return await readForm(request, path, { room, most });
  } catch (error) {
    await rm(path, { force: true });
    throw asRefusal(error);
  }
}

async function readForm(request: Request, path: string, limits: Limits): Promise<Uploaded> {
  const form = openForm(request);
  const fields: Record<string, string> = Object.create(null);
  const hash = createHash('sha256');
  let file: { name: string; written: Promise<void> } | null = null;
  let bytes = 0;
  let fault: Refusal | null = null;
  form.on('field', (name, value, info) => {
    if (name in fields) fault ??= refuse(name, 'is given twice');
    if (info.valueTruncated) fault ??= refuse(name, 'is longer than 1 MiB');
    fields[name] = value;
  });
  form.on('file', (name, stream, info) => {
    if (name === 'mapping') {
      void readSmall(stream).then((text) => {
        if (text === null || name in fields) fault ??= refuse(name, 'is given twice or too long');
        else fields[name] = text;
      }, form.destroy.bind(form));
      return;
    }
    if (name !== 'file' || file !== null) {
      fault ??= refuse(name, 'is no file field; one file goes into "file"');
      stream.resume();
      return;
    }
    const count = counted(limits, (chunk) => {
      bytes += chunk.length;
      hash.update(chunk);
    });
    const written = pipeline(stream, count, createWriteStream(path, { mode: 0o600 }));
    written.catch((error) => form.destroy(error));
    file = { name: info.filename ?? 'file', written };
  });
  for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) {
    form.on(limit, () => {
      fault ??= refuse('file', 'the form has too many parts; send one file');
    });
  }
  const body = Readable.fromWeb(request.body as ReadableStream);
  await pipeline(body, form);
  const found = file as { name: string; written: Promise<void> } | null;
  await found?.written;
  if (fault) throw fault;
  if (found === null) throw refuse('file', 'is required');
  return { fields, fileName: cleanName(found.name), path, bytes, sha256: hash.digest('hex') };
}

/** A mapping may come as a file of its own (`curl -F mapping=@map.json`). */
async function readSmall(stream: Readable): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= FIELD_SIZE) chunks.push(chunk);
  }
  return size <= FIELD_SIZE ? Buffer.concat(chunks).toString('utf8') : null;
}

function openForm(request: Request): busboy.Busboy {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type) || request.body === null) {
    throw refuse('content-type', 'must be multipart/form-data with a boundary');
  }
  return busboy({ headers: { 'content-type': type }, limits: LIMITS, defParamCharset: 'utf8' });
}

/** Passes a file on; refuses it once it is too large or the disk fills up under it. */
function counted({ room, most }: Limits, take: (chunk: Buffer) => void): Transform {
  let bytes = 0;
  let looked = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      take(chunk);
      if (bytes > most) return done(tooLarge(most));
      if (bytes - looked < LOOK) return done(null, chunk);
      looked = bytes;
      requireRoom(room, 0).then(() => done(null, chunk), done);
    },
  });
}

function tooLarge(most: number): Refusal {
  const limit = most === MOST ? '16 GiB' : `${most} bytes`;
  return new Refusal('too_large', `file: must be at most ${limit}; send it in parts`);
}

/** The name is only ever shown; paths are ours. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .slice(0, 200);
  return clean === '' ? 'file' : clean;
}

function refuse(path: string, message: string): Refusal {
  return new Refusal('invalid_request', `${path}: ${message}`, [{ path, message }]);
}

function asRefusal(error: unknown): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error;
  if ('code' in error && error.code === 'ENOSPC') {
    return new Refusal('insufficient_storage', 'the disk is full: free some room and try again');
  }
  const cut = /Unexpected end of form|Malformed|Multipart|premature close|terminated|aborted/i;
  return cut.test(error.message)
    ? fileFault('cut_upload', 'the upload is cut off or malformed')
    : error;
}
