import { isUtf8 } from 'node:buffer';

/**
 * Stands where bytes mean nothing in the file's encoding: half a surrogate pair, which is no text,
 * so that a row is held back when it needs the cell, and only then. The first half: it makes no
 * whole with whatever stands before it.
 */
const BROKEN = '\ud800';

/** The text of a chunk, and how many of its lines hold bytes without a meaning. */
export type Decoded = { text: string; broken: number };

/** Decodes a file chunk by chunk; the call without a chunk ends it. */
export function createDecoder(encoding: string): (chunk?: Buffer) => Decoded {
  if (encoding === 'utf-8') return inParts(utf8Cut, utf8Text);
  if (encoding === 'utf-16le') return inParts(utf16Cut, (bytes) => utf16Text(bytes));
  if (encoding === 'utf-16be') return swapped(inParts(utf16Cut, (bytes) => utf16Text(bytes)));
  const decoder = new TextDecoder(encoding);
  return (chunk) => {
    const text = chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    if (!text.includes('\ufffd')) return { text, broken: 0 };
    return { text: text.replaceAll('\ufffd', BROKEN), broken: linesWith(text, '\ufffd') };
  };
}

/** Keeps back the bytes of a character that goes on in the next chunk; leaves out the mark. */
function inParts(
  cut: (bytes: Buffer) => number,
  toText: (bytes: Buffer) => Decoded,
): (chunk?: Buffer) => Decoded {
  let kept: Buffer = Buffer.alloc(0);
  let begun = false;
  return (chunk) => {
    const bytes =
      chunk === undefined ? kept : kept.length > 0 ? Buffer.concat([kept, chunk]) : chunk;
    const end = chunk === undefined ? bytes.length : cut(bytes);
    kept = Buffer.from(bytes.subarray(end));
    if (end === 0) return { text: '', broken: 0 };
    const told = toText(bytes.subarray(0, end));
    const marked = !begun && told.text.startsWith('\ufeff');
    begun = true;
    return marked ? { ...told, text: told.text.slice(1) } : told;
  };
}

/** Length up to a last character that may go on in the next chunk. */
export function utf8Cut(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < length ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function utf8Text(bytes: Buffer): Decoded {
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), broken: 0 };
  // Line by line, because a line may hold the replacement character itself by right.
  const parts: string[] = [];
  let broken = 0;
  for (let at = 0; at < bytes.length; ) {
    const feed = bytes.indexOf(0x0a, at);
    const end = feed === -1 ? bytes.length : feed + 1;
    const line = bytes.subarray(at, end);
    const good = isUtf8(line);
    if (!good) broken += 1;
    parts.push(good ? line.toString('utf8') : line.toString('utf8').replaceAll('\ufffd', BROKEN));
    at = end;
  }
  return { text: parts.join(''), broken };
}

function utf16Cut(bytes: Buffer): number {
  const even = bytes.length - (bytes.length % 2);
  const last = even >= 2 ? bytes.readUInt16LE(even - 2) : 0;
  return last >= 0xd800 && last < 0xdc00 ? even - 2 : even;
}

/** Halves of pairs that stand alone stay what they are, which is broken enough. */
function utf16Text(bytes: Buffer): Decoded {
  const odd = bytes.length % 2 === 1;
  const text = bytes.toString('utf16le') + (odd ? BROKEN : '');
  if (text.isWellFormed()) return { text, broken: 0 };
  return { text, broken: text.split('\n').filter((line) => !line.isWellFormed()).length };
}

/** The same with the two bytes of each unit the other way round. */
function swapped(decode: (chunk?: Buffer) => Decoded): (chunk?: Buffer) => Decoded {
  let odd: Buffer = Buffer.alloc(0);
  return (chunk) => {
    if (chunk === undefined) {
      const tail = odd.length > 0 ? decode(odd) : { text: '', broken: 0 };
      const end = decode();
      return { text: tail.text + end.text, broken: tail.broken + end.broken };
    }
    const bytes = Buffer.concat([odd, chunk]);
    const even = bytes.length - (bytes.length % 2);
    odd = bytes.subarray(even);
    return decode(bytes.subarray(0, even).swap16());
  };
}

function linesWith(text: string, part: string): number {
  return text.split('\n').filter((line) => line.includes(part)).length;
}
