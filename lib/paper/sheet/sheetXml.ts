import { address } from './address.ts';
import type { Cell, Sheet } from './sheet.ts';
import { styleOf } from './styles.ts';
import { escapeXml, XML_HEAD } from './xml.ts';

/** One sheet as its part of the workbook. Text is always a string, never a formula. */
export function sheetXml(sheet: Sheet): string {
  const columns = sheet.widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const rows = sheet.rows.map((row, i) => {
    const cells = row.map((cell, j) => (cell === null ? '' : cellXml(cell, address(i, j))));
    return `<row r="${i + 1}">${cells.join('')}</row>`;
  });
  return [
    XML_HEAD,
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0">${frozenXml(sheet)}</sheetView></sheetViews>`,
    columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup orientation="${sheet.landscape ? 'landscape' : 'portrait'}" fitToHeight="0"/>`,
    '</worksheet>',
  ].join('');
}

function frozenXml({ frozen }: Sheet): string {
  if (frozen === undefined) return '';
  const { rows, columns } = frozen;
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const split = `${columns > 0 ? `xSplit="${columns}" ` : ''}${rows > 0 ? `ySplit="${rows}" ` : ''}`;
  return `<pane ${split}topLeftCell="${address(rows, columns)}" activePane="${pane}" state="frozen"/>`;
}

function cellXml({ value, formula, look }: Cell, at: string): string {
  const head = `<c r="${at}" s="${styleOf(look)}"`;
  const told = formula === undefined ? '' : `<f>${escapeXml(formula)}</f>`;
  if (typeof value === 'number') return `${head}>${told}<v>${value}</v></c>`;
  const text = escapeXml(value);
  if (formula !== undefined) return `${head} t="str">${told}<v>${text}</v></c>`;
  return `${head} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
