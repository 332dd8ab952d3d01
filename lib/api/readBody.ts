import { Refusal } from '#lib/contract/errors.ts';

const LIMIT = 32 * 1024 * 1024;

/**
 * The text of a JSON request; refuses what is too large before it is all in memory. Its content
 * type does not matter: many clients forget it, and other sites are kept out by `findAccess`.
 */
export async function readBody(request: Request): Promise<string> {
  const packed = request.headers.get('content-encoding')?.trim() ?? '';
  if (packed !== '' && packed.toLowerCase() !== 'identity') {
    const message = `"${packed.slice(0, 40)}" is not read here; send the body unpacked`;
    throw new Refusal('invalid_request', `content-encoding: ${message}`);
  }
  const bytes = await readAll(request);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('invalid_request', 'body: must be UTF-8');
  }
}

async function readAll(request: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > LIMIT) {
        throw new Refusal('too_large', 'body: must be at most 32 MiB; send it in parts');
      }
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // The sender is gone, or what it sent is no HTTP: nothing of ours failed.
    throw new Refusal('invalid_request', 'body: was cut off on the way; send it again');
  }
  return Buffer.concat(chunks);
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    throw new Refusal('invalid_request', `body: is not JSON: ${reason.slice(0, 200)}`);
  }
}
