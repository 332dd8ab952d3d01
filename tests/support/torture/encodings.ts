import { LONG } from '#tests/support/importFile.ts';
import { encodeAs, utf16 } from './encodeAs.ts';
import { A, good, HEAD, has, OK, type TortureCase } from './tortureCase.ts';

const mapping = { columns: { ...LONG.columns, account_id: 'who' } };

/** A table in an encoding that nobody names: three customers, each under a stage of theirs. */
function foreign(encoding: string, won: string, whos: string[], header = 'who'): TortureCase {
  const rows = whos.map((who, at) => `${at},${who},${won},2026-01-05`);
  return {
    name: `${encoding}, which nobody names, with the header ${header}`,
    content: encodeAs(`id,${header},stage,on\n${rows.join('\n')}\n`, encoding),
    mapping: {
      columns: { ...LONG.columns, account_id: header },
      stages: { [won]: 'won' },
    },
    want: {
      facts: whos.map((account_id, at) => ({ record_id: `${at}`, account_id, stage: 'won' })),
    },
  };
}

const CHINESE = ['一心科技有限公司', '北京分公司（朝阳区）', '上海第二机械厂'];
const TRADITIONAL = ['臺灣積體電路製造', '鴻海精密工業股份有限公司', '國泰人壽保險'];
const twice = (text: string) => Buffer.from(text, 'utf16le');

/** The same three customers in UTF-16, whose zero halves are few. */
function wide(name: string, big: boolean, mark: string): TortureCase {
  const rows = CHINESE.map((who, at) => `${at},${who},mql,2026-01-05\r\n`);
  return {
    name,
    content: utf16(`${mark}id,who,stage,on\r\n${rows.join('')}`, big),
    mapping,
    want: { facts: CHINESE.map((account_id, at) => ({ record_id: `${at}`, account_id })) },
  };
}

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

const KNOWN: TortureCase[] = [
  foreign('gbk', '赢单', CHINESE),
  foreign('gbk', '赢单', CHINESE, '客户名称'),
  foreign('gb18030', '赢单', ['𠮷野家（中国）', '𤭢石有限公司', '上海第二机械厂']),
  foreign('big5', '贏單', TRADITIONAL, '客戶名稱'),
  foreign('shift_jis', '受注', ['株式会社田中商事', 'ﾃｽﾄ商会', 'ソフトバンク株式会社']),
  foreign('euc-jp', '受注', ['株式会社田中商事', '山本製作所', 'ソフトバンク株式会社']),
  foreign('euc-kr', '수주 완료', ['삼성전자', '현대자동차 주식회사', '한국전력공사']),
  foreign('windows-1251', 'Сделка выиграна', ['ООО «Ромашка»', 'Завод', 'Ёлка и Ко']),
  foreign('koi8-r', 'Сделка выиграна', ['ООО Ромашка', 'Завод имени Ленина', 'Елка']),
  foreign('windows-1252', 'Gewonnen – Abschluß', ['Müller & Söhne', 'Société Générale', 'Muñoz']),
  foreign('windows-1250', 'Wygrana sprzedaż', ['Zażółć gęślą jaźń', 'Příliš žluťoučký', 'Győr']),
  foreign('windows-1253', 'Κερδισμένη', ['Ελληνικά Πετρέλαια', 'Αθήνα', 'Εταιρεία']),
  foreign('windows-1254', 'Kazanıldı', ['Türkiye İş Bankası', 'Şişecam', 'Koç Holding']),
  foreign('windows-1255', 'זכייה', ['טבע תעשיות', 'בנק לאומי', 'אל על']),
  foreign('windows-1256', 'فاز', ['أرامكو السعودية', 'مصرف الراجحي', 'اتصالات']),
  foreign('windows-874', 'ชนะ', ['ปตท', 'ธนาคารกรุงเทพ', 'การบินไทย']),
];

const WIDE: TortureCase[] = [
  wide('Chinese in UTF-16LE without mark', false, ''),
  wide('Chinese in UTF-16BE without mark', true, ''),
  wide('Chinese in UTF-16LE with mark', false, '\ufeff'),
  wide('Chinese in UTF-16BE with mark', true, '\ufeff'),
  {
    name: 'pairs of surrogates in UTF-16',
    content: utf16(`\ufeff${HEAD}${good('😀👩‍🚀')}`),
    want: { facts: has('😀👩‍🚀') },
  },
  {
    name: 'half a pair of surrogates in UTF-16',
    content: utf16(`\ufeff${HEAD}${good('x\ud83dy')}${OK}`),
    want: { facts: [A], bad: ['2 bad_row'] },
  },
  {
    name: 'UTF-16 with a byte too many',
    content: Buffer.concat([twice(`\ufeff${HEAD}${OK}`), Buffer.from([0x41])]),
    want: { facts: [A], bad: ['3 bad_row'] },
  },
  {
    name: 'UTF-32',
    content: Buffer.concat(
      [...`\ufeff${HEAD}${OK}`].map((letter) =>
        Buffer.from([letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8, 0, 0]),
      ),
    ),
    want: { refused: 'wrong_encoding' },
  },
];

const BROKEN: TortureCase[] = [
  { name: 'UTF-8 with two marks', content: `\ufeff\ufeff${HEAD}${OK}`, want: { facts: [A] } },
  {
    name: 'a byte that is not UTF-8 in the middle',
    content: bytes(HEAD, good('é'), 'x', [0xe9], ',mql,2026-01-05\n', good('è')),
    want: { facts: has('é', 'è'), bad: ['3 bad_row'] },
  },
  {
    name: 'two letters of Latin-1 among three of UTF-8',
    content: bytes(HEAD, good('é'), good('ü'), 'J', [0xe9, 0xf1], 'n,mql,2026-01-05\n', good('ö')),
    want: { facts: has('é', 'ü', 'ö'), bad: ['4 bad_row'] },
  },
  {
    name: 'a byte that is not UTF-8 in a column that nobody needs',
    content: bytes('id,stage,on,note\né,mql,2026-01-05,é', [0xff], '\n'),
    want: { facts: has('é') },
  },
  {
    name: 'UTF-8 cut off inside its last letter',
    content: bytes(HEAD, good('é'), OK, 'b,mql,2026-01-05', [0xe8, 0xb5]),
    want: { facts: [...has('é'), A], bad: ['4 bad_row'] },
  },
  {
    name: 'an emoji as two encoded surrogates (CESU-8)',
    content: bytes(
      HEAD,
      good('é'),
      good('ü'),
      [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80],
      ',mql,2026-01-05\n',
    ),
    encoding: 'utf-8',
    want: { facts: has('é', 'ü'), bad: ['4 bad_row'] },
  },
  {
    name: 'lines of another encoding among many of UTF-8',
    content: bytes(
      HEAD,
      Array.from({ length: 10 }, (_, at) => good(`名${at}`)).join(''),
      encodeAs(good('客户'), 'gbk') as never,
      OK,
    ),
    want: {
      facts: [...has(...Array.from({ length: 10 }, (_, at) => `名${at}`)), A],
      bad: ['12 bad_row'],
    },
  },
  {
    name: 'the letter that stands for broken ones, by right',
    content: `${HEAD}${good('x\ufffdy')}`,
    want: { facts: has('x\ufffdy') },
  },
  {
    name: 'GBK under the name of UTF-8',
    content: encodeAs(`${HEAD}${CHINESE.map(good).join('')}`, 'gbk'),
    encoding: 'utf-8',
    want: { refused: 'wrong_encoding' },
  },
  {
    name: 'GBK with a broken letter, by name',
    content: Buffer.concat([
      encodeAs(`${HEAD}${good('客户甲')}`, 'gbk'),
      bytes('x', [0xff], ',mql,2026-01-05\n'),
    ]),
    encoding: 'gbk',
    want: { facts: has('客户甲'), bad: ['3 bad_row'] },
  },
  {
    name: 'Japanese in seven bits (ISO-2022-JP)',
    content: bytes('id,stage,on\n', [0x1b], '$B;3ED', [0x1b], '(B,mql,2026-01-05\n'),
    want: { facts: has('山田') },
  },
];

export const ENCODINGS: TortureCase[] = [...KNOWN, ...WIDE, ...BROKEN];
