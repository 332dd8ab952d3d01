import { renderToBuffer } from '@react-pdf/renderer';
import type { PaperSize } from '#lib/contract/paperSizes.ts';
import type { PaperDocument } from '../paperModel.ts';
import { drawDocument } from './drawDocument.ts';
import { loadFonts } from './loadFonts.ts';
import { mapText } from './mapText.ts';

/** A document as a PDF with its fonts inside. */
export async function renderPdf(
  paper: PaperDocument,
  { size, madeAt }: { size: PaperSize; madeAt: Date },
): Promise<Uint8Array> {
  const plain = paper.locale === 'en' ? mapText(paper, latin) : paper;
  let all = '';
  mapText(plain, (text) => {
    all += text;
    return text;
  });
  const { families, clean } = await loadFonts(
    paper.locale,
    `${all}${paper.pageOf(1, 1)}0123456789`,
  );
  const drawn = drawDocument(mapText(plain, clean), { paper: size, families, madeAt });
  return renderToBuffer(drawn);
}

/** The quotes and dots of a Chinese font are as wide as its letters: in English others stand in. */
function latin(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replaceAll(' · ', ' / ');
}
