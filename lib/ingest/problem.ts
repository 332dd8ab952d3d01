import type { QuarantineCode } from '#lib/contract/ingest.ts';
import { jsonText } from '#lib/contract/jsonText.ts';

/** Why one row cannot be taken; caught where rows are counted, never further. */
export class Problem extends Error {
  readonly code: QuarantineCode;

  constructor(code: QuarantineCode, message: string) {
    super(message);
    this.name = 'Problem';
    this.code = code;
  }
}

/** A cell that cannot be what its column is for; refused only where the field is needed. */
export class Unread {
  readonly written: string;

  constructor(written: string) {
    this.written = written;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a message
const UNPRINTABLE = /[\u0000-\u001f\u007f]/g;

/** A value as a message quotes it: short, one line, storable. */
export function quote(value: unknown): string {
  const plain = value instanceof Unread ? value.written : value;
  const text = typeof plain === 'string' ? plain : jsonText(plain);
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return `'${short.toWellFormed().replace(UNPRINTABLE, '\ufffd')}'`;
}
