import { Document, Page, Text, View } from '@react-pdf/renderer';
import { createElement as h, type ReactElement } from 'react';
import type { PaperSize } from '#lib/contract/paperSizes.ts';
import type { PaperDocument, PaperPage } from '../paperModel.ts';
import { airAbove, drawBlock } from './drawBlock.ts';
import { COLOR, MARGIN, SHEET } from './look.ts';

type Sheets = { paper: PaperSize; families: string[]; madeAt: Date };

/** The whole document as react-pdf takes it. */
export function drawDocument(paper: PaperDocument, sheets: Sheets) {
  const about = {
    ...{ title: paper.title, author: paper.org, creator: 'Bowtie', producer: 'Bowtie' },
    ...{ language: paper.locale, creationDate: sheets.madeAt, modificationDate: sheets.madeAt },
  };
  const pages = paper.pages.map((page, i) => drawPage(page, { paper, sheets, isCover: i === 0 }));
  return h(Document, about, ...pages);
}

type Around = { paper: PaperDocument; sheets: Sheets; isCover: boolean };

function drawPage(page: PaperPage, { paper, sheets, isCover }: Around): ReactElement {
  const { size, width } = SHEET[sheets.paper];
  const style = {
    ...{ paddingHorizontal: MARGIN.side, paddingTop: MARGIN.top, paddingBottom: MARGIN.bottom },
    ...{ fontFamily: sheets.families, color: COLOR.ink, fontSize: 9.5 },
  };
  const title = { fontSize: isCover ? 25 : 17, fontWeight: 700 as const, marginBottom: 3 };
  const hint = { fontSize: 9, lineHeight: 1.4, color: COLOR.ink2, marginBottom: 9, maxWidth: 680 };
  const place = { width: width - 2 * MARGIN.side, families: sheets.families };
  const outline = { title: page.title, fit: true as const };
  return h(
    Page,
    { key: page.title, size, orientation: 'landscape', style, bookmark: outline },
    head(paper),
    foot(paper),
    h(Text, { style: title }, page.title),
    page.hint === null ? null : h(Text, { style: hint }, page.hint),
    ...page.blocks.map((block, i) => {
      const marginTop = airAbove(block.kind, page.blocks[i - 1]?.kind);
      return h(View, { key: i, style: { marginTop } }, drawBlock(block, place));
    }),
  );
}

const LINE = {
  position: 'absolute',
  left: MARGIN.side,
  right: MARGIN.side,
  flexDirection: 'row',
  justifyContent: 'space-between',
} as const;
const SMALL = { fontSize: 8, color: COLOR.ink3 } as const;

function head({ org, mark }: PaperDocument): ReactElement {
  const badge = {
    ...{ fontSize: 8, color: COLOR.note700, backgroundColor: COLOR.note50, borderRadius: 3 },
    ...{ borderWidth: 0.75, borderColor: COLOR.note200, paddingHorizontal: 6, paddingVertical: 2 },
  };
  return h(
    View,
    { fixed: true, style: { ...LINE, top: 26, alignItems: 'center' } },
    h(Text, { style: { ...SMALL, maxWidth: 480, maxLines: 1, textOverflow: 'ellipsis' } }, org),
    mark === null ? null : h(Text, { style: badge }, mark),
  );
}

function foot({ foot: said, pageOf }: PaperDocument): ReactElement {
  return h(
    View,
    { fixed: true, style: { ...LINE, bottom: 24 } },
    h(Text, { style: SMALL }, said),
    h(Text, {
      style: SMALL,
      render: ({ pageNumber, totalPages }) => pageOf(pageNumber, totalPages),
    }),
  );
}
