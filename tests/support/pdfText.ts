import { inflateSync } from 'node:zlib';

export type OpenedPdf = {
  pages: number;
  /** Width and height of each sheet in points. */
  sheets: string[];
  /** What can be selected and copied, without its spaces. */
  text: string;
  /** Names of the fonts, and how many of their files are inside. */
  fonts: string[];
  fontFiles: number;
};

/** Reads back what a PDF says, as a reader would that copies from it. */
export function openPdf(file: Uint8Array): OpenedPdf {
  const raw = Buffer.from(file).toString('latin1');
  if (!raw.startsWith('%PDF-')) throw new Error('is no PDF');
  const objects = readObjects(raw);
  const fonts = new Map(
    [...raw.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id))?.dict ?? '')?.[1];
      return [name, lettersOf(objects.get(Number(map))?.stream ?? '')] as const;
    }),
  );
  const contents = [...raw.matchAll(/\/Contents (\d+) 0 R/g)].map(([, id]) => {
    return textOf(objects.get(Number(id))?.stream ?? '', fonts);
  });
  return {
    pages: Number(/\/Type \/Pages\s+\/Count (\d+)/.exec(raw)?.[1] ?? 0),
    sheets: [...raw.matchAll(/\/MediaBox \[0 0 ([\d.]+ [\d.]+)\]/g)].map(([, box = '']) => box),
    text: contents.join('').replace(/\s/g, ''),
    fonts: [...new Set([...raw.matchAll(/\/BaseFont \/([\w+-]+)/g)].map(([, name = '']) => name))],
    fontFiles: [...raw.matchAll(/\/FontFile2 /g)].length,
  };
}

type PdfObject = { dict: string; stream: string };

function readObjects(raw: string): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  const starts = /(?:^|\n)(\d+) 0 obj\n/g;
  for (let found = starts.exec(raw); found !== null; found = starts.exec(raw)) {
    const from = found.index + found[0].length;
    const end = raw.indexOf('endobj', from);
    const at = raw.indexOf('stream\n', from);
    const hasStream = at !== -1 && at < end;
    const dict = raw.slice(from, hasStream ? at : end);
    const length = Number(/\/Length (\d+)/.exec(dict)?.[1] ?? 0);
    const bytes = hasStream ? raw.slice(at + 7, at + 7 + length) : '';
    const isPacked = dict.includes('FlateDecode') && bytes !== '';
    const stream = isPacked ? inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1') : bytes;
    objects.set(Number(found[1]), { dict, stream });
    if (hasStream) starts.lastIndex = at + 7 + length;
  }
  return objects;
}

/** The letters of a font by the number that stands for each in the pages. */
function lettersOf(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, first = '', list = ''] of map.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([\w ]*)>/g)].forEach(([, units = ''], i) => {
      const codes = (units.match(/\w{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
      letters.set(Number.parseInt(first, 16) + i, String.fromCharCode(...codes));
    });
  }
  return letters;
}

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let letters: ReadonlyMap<number, string> = new Map();
  let text = '';
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map();
    for (const [, codes = ''] of (shown ?? '').matchAll(/<(\w*)>/g)) {
      const each = codes.match(/.{4}/g) ?? [];
      text += each.map((code) => letters.get(Number.parseInt(code, 16)) ?? '').join('');
    }
  }
  return text;
}
