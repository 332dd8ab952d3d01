import type { Look } from './sheet.ts';
import { XML_HEAD } from './xml.ts';

const KINDS = ['text', 'money', 'count', 'share', 'number'] as const;
const ROLES = ['plain', 'title', 'head', 'input', 'note', 'total'] as const;
const FORMATS: Record<Look['kind'], number> = {
  ...{ text: 49, money: 3, count: 164, share: 165, number: 166 },
};
const FONT = '<name val="Calibri"/><family val="2"/>';

/** The place of a look among the formats of the workbook. */
export function styleOf({ kind, as }: Look): number {
  return ROLES.indexOf(as ?? 'plain') * KINDS.length + KINDS.indexOf(kind);
}

/** Every look there is: each role in each kind of number. */
export function stylesXml(): string {
  const formats = ROLES.flatMap((role, at) =>
    KINDS.map((kind) => {
      const wrap = role === 'note' ? '<alignment vertical="top" wrapText="1"/>' : '';
      const side = role === 'head' && kind !== 'text' ? '<alignment horizontal="right"/>' : wrap;
      const fill = role === 'head' ? 2 : role === 'input' ? 3 : 0;
      const line = role === 'total' ? 1 : 0;
      return [
        `<xf numFmtId="${FORMATS[kind]}" fontId="${at}" fillId="${fill}" borderId="${line}" `,
        'xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" ',
        side === '' ? '/>' : `applyAlignment="1">${side}</xf>`,
      ].join('');
    }),
  );
  return [
    XML_HEAD,
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<numFmts count="3"><numFmt numFmtId="164" formatCode="#,##0.0"/>',
    '<numFmt numFmtId="165" formatCode="0.0%"/><numFmt numFmtId="166" formatCode="0.####"/>',
    '</numFmts>',
    `<fonts count="${ROLES.length}"><font><sz val="11"/>${FONT}</font>`,
    `<font><b/><sz val="16"/>${FONT}</font><font><b/><sz val="11"/>${FONT}</font>`,
    `<font><sz val="11"/><color rgb="FF1D4ED8"/>${FONT}</font>`,
    `<font><i/><sz val="10"/><color rgb="FF57534E"/>${FONT}</font>`,
    `<font><b/><sz val="11"/>${FONT}</font></fonts>`,
    '<fills count="4"><fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFEDEAE4"/></patternFill></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFEFF4FF"/></patternFill></fill></fills>',
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
    '<border><left/><right/><top style="thin"/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
}
