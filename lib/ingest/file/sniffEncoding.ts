import chardet from 'chardet';
import { fileFault } from '#lib/contract/fileFault.ts';
import { type Inspection, looksWide } from './inspectFile.ts';

/** Encodings that tables come in, the likelier of equals first. */
const LIKELY = [
  'gb18030',
  'shift_jis',
  'big5',
  'euc-kr',
  'euc-jp',
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'koi8-r',
];

/** The encoding by byte order mark, by validity, else by the statistics of what is not ASCII. */
export function sniffEncoding({ head, utf8, foreign }: Inspection): string {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (isUtf32(head)) {
    throw fileFault('wrong_encoding', 'it is UTF-32, which nearly nothing reads; save it as UTF-8');
  }
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const wide = looksWide(head);
  if (wide !== null) return wide;
  if (utf8) return isSevenBit(head) ? 'iso-2022-jp' : 'utf-8';
  if (isBrokenUtf8(foreign)) return 'utf-8';
  const best = guess(foreign);
  if (best !== null) return best;
  const message = 'its bytes are valid in no known encoding; name the encoding, or save as UTF-8';
  throw fileFault('wrong_encoding', message);
}

function isUtf32(head: Buffer): boolean {
  if (head.length < 4) return false;
  return head.readUInt32LE(0) === 0xfeff || head.readUInt32BE(0) === 0xfeff;
}

/** Japanese mail writes its letters in ASCII, between the signs that turn them on and off. */
function isSevenBit(head: Buffer): boolean {
  return head.includes('\x1b$B') || head.includes('\x1b$@');
}

/**
 * Mostly good UTF-8: to take it for another encoding would turn all of its letters into noise, and
 * what is broken costs only its own rows.
 */
function isBrokenUtf8(bytes: Buffer): boolean {
  const text = new TextDecoder().decode(bytes);
  const broken = text.match(/\ufffd+/g)?.length ?? 0;
  const lost = text.match(/\ufffd/g)?.length ?? 0;
  const good = (text.match(/[^\0-\x7f]/gu)?.length ?? 0) - lost;
  return good > 0 && good >= 2 * broken;
}

/** What stands alone in a western text: prices, degrees, quotes and dashes. */
const SIGNS = /^[\0-\x7f\u00a0£€¥¢°–—‘’“”•…®©™±²³½¼¾§«»·×]*$/;

function guess(bytes: Buffer): string | null {
  if (SIGNS.test(new TextDecoder('windows-1252').decode(bytes))) return 'windows-1252';
  const confidence = new Map<string, number>();
  for (const match of chardet.analyse(bytes)) {
    const label = labelOf(match.name);
    if (label) confidence.set(label, Math.max(match.confidence, confidence.get(label) ?? 0));
  }
  let best: { label: string; score: number } | null = null;
  for (const label of new Set([...LIKELY, ...confidence.keys()])) {
    const share = plausible(bytes, label);
    const score = share * 100 + (confidence.get(label) ?? 0);
    if (share > 0.5 && (best === null || score > best.score)) best = { label, score };
  }
  return best?.label ?? null;
}

/** The name that TextDecoder knows it by. */
function labelOf(name: string): string | null {
  if (/^(ASCII|UTF-)/i.test(name)) return null;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

const COMMON =
  /[a-zß-öø-ÿ\u0100-\u017f\u0370-\u03ff\u0400-\u045f\u05d0-\u05ea\u0621-\u064a\u0e01-\u0e5b\u1ea0-\u1ef9]|[\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af\u3000-\u3002\uff01-\uff5e]/giu;
const ODD =
  /[\u0080-\u009f\u00a1-\u00a9\u00ab-\u00ac\u00ae-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u2500-\u259f\ue000-\uf8ff\uff61-\uff9f×÷ŠšŽžŸƒˆ˜†‡‰]/gu;

/** Share of letters of living scripts among what is not ASCII; 0 where a byte has no meaning. */
function plausible(bytes: Buffer, label: string): number {
  // The stretches were cut by length: what a cut has left of a character may be wrong.
  const text = new TextDecoder(label).decode(bytes);
  const all = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  if (all === 0 || broken > all / 10) return 0;
  const common = text.replace(/[\0-\x7f]/g, '').match(COMMON)?.length ?? 0;
  const odd = text.match(ODD)?.length ?? 0;
  return Math.max(0, common - odd - 5 * broken) / all;
}
