import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { fileFault } from '#lib/contract/fileFault.ts';

const MANY = 64 * 1024 * 1024;
/** No table that people exported packs tighter than this over so many bytes. */
const RATIO = 200;

/** How far a reader came, and how many lines held bytes that mean nothing in its encoding. */
export type Progress = { read: number; broken?: number };

/** The bytes of a file, unpacked when it is gzip; `progress` counts what was read of the file. */
export async function* openFile(path: string, progress: Progress): AsyncGenerator<Buffer> {
  const gzip = await isGzip(path);
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  file.on('data', (chunk) => {
    progress.read += chunk.length;
  });
  if (!gzip) {
    yield* file as AsyncIterable<Buffer>;
    return;
  }
  const unpacked = createGunzip({ chunkSize: 256 * 1024 });
  file.on('error', (error) => unpacked.destroy(error));
  let size = 0;
  try {
    for await (const chunk of file.pipe(unpacked) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MANY && size > RATIO * progress.read) {
        const message = `unpacks to more than ${RATIO} times its size: this is no table`;
        throw fileFault('gzip_bomb', message);
      }
      yield chunk;
    }
  } catch (error) {
    throw isZlibError(error)
      ? fileFault('damaged_gzip', 'the gzip data is damaged or cut off; send it again')
      : error;
  } finally {
    file.destroy();
  }
}

export async function isGzip(path: string): Promise<boolean> {
  const head = await readHead(path, 2);
  return head[0] === 0x1f && head[1] === 0x8b;
}

async function readHead(path: string, size: number): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(size), 0, size, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
