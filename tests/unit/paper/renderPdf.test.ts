import { describe, expect, it } from 'vitest';
import { flowRight } from '#components/charts/bowtie/paths.ts';
import { paperText } from '#lib/paper/paperText.ts';
import { breakWord } from '#lib/paper/pdf/draw/breakWord.ts';
import { flowPath } from '#lib/paper/pdf/draw/flowPath.ts';
import { renderPdf } from '#lib/paper/pdf/draw/renderPdf.ts';
import { planDocument } from '#lib/paper/pdf/planDocument.ts';
import { openPdf } from '#tests/support/pdfText.ts';
import { planPrint } from '#tests/support/planPrint.ts';

describe('a rendered plan', () => {
  it.each([
    ['en', 'letter', '792 612'],
    ['zh-Hans', 'a4', '841.890015 595.280029'],
    ['zh-Hant', 'a4', '841.890015 595.280029'],
  ] as const)('loses no text and has its fonts inside: %s on %s', async (locale, size, sheet) => {
    const told = planDocument(planPrint(), await paperText(locale));
    const file = await renderPdf(told, { size, madeAt: new Date('2026-11-23T00:00:00Z') });
    const { pages, sheets, text, fonts, fontFiles } = openPdf(file);
    expect(pages).toBeGreaterThanOrEqual(told.pages.length);
    expect(new Set(sheets)).toEqual(new Set([sheet]));
    expect(fonts.filter((name) => !/^[A-Z]{6}\+NotoSans[ST]C-/.test(name))).toEqual([]);
    expect(fontFiles).toBeGreaterThanOrEqual(2);
    expect(file.length).toBeLessThan(400_000);
    const lost = textsOf(told.pages).filter((one) => !text.includes(plain(one, locale)));
    expect(lost).toEqual([]);
  });
});

/** What is read; kinds and places in a drawing are not. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => (SILENT.has(name) ? [] : textsOf(one)));
}
// Labels of a drawing are thinned out where they would touch; its table has them all.
const SILENT = new Set(['kind', 'align', 'figure', 'fan', 'bars', 'months']);

function plain(text: string, locale: string): string {
  const narrow = text.replace(/[‘’]/g, "'").replaceAll(' · ', ' / ');
  // Korean is in none of the fonts: it is shown as missing, not left out.
  const shown = (locale === 'en' ? narrow : text).replace(/[\uac00-\ud7af]/g, '\u25a1');
  return shown.replace(/\s/g, '');
}

describe('breakWord', () => {
  it('keeps every letter, whatever the word', () => {
    for (const word of ['', ' ', '计划自2027年，现有（客户）。', 'a'.repeat(500), '😀字', 'ARR']) {
      expect(breakWord(word).join('')).toBe(word);
    }
  });

  it('breaks between Chinese letters, never before a stop, behind a bracket, or in a word', () => {
    expect(breakWord('客户，好')).toEqual(['客', '', '户，', '', '好']);
    expect(breakWord('（客）')).toEqual(['（客）']);
    expect(breakWord('$20.3M')).toEqual(['$20.3M']);
    expect(breakWord('x'.repeat(30)).filter(Boolean)).toHaveLength(30);
  });
});

it('draws flows as the page does', () => {
  const cuts = [
    { at: 0, centre: 50, size: 90 },
    { at: 120, centre: 50, size: 30.5 },
    { at: 300, centre: 50, size: 12 },
  ];
  const points = (path: string) =>
    (path.match(/-?\d+(\.\d+)?/g) ?? []).map((one) => Number(Number(one).toFixed(2)));
  expect(points(flowPath(cuts))).toEqual(points(flowRight(cuts)));
});
