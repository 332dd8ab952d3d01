import { hash } from 'node:crypto';

/** 192 bits of SHA-256 over the normalised content: equal text means an equal row. */
export function contentHash(parts: readonly (string | number | null)[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 32);
}
