import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadingBody } from '#lib/contract/uploads.ts';
import { sniffFile } from '#lib/ingest/suggest/sniffFile.ts';
import { suggestMappings } from '#lib/ingest/suggest/suggestMapping.ts';
import { suggestStage } from '#lib/ingest/suggest/suggestStage.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bowtie-sniff-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function sniff(content: string | Buffer, given: ReadingBody = {}) {
  const path = join(folder, 'file.csv');
  await writeFile(path, content);
  return sniffFile(path, given);
}

async function suggest(content: string) {
  return suggestMappings(await sniff(content), { currency: 'EUR' });
}

// Made with other programs than ours: a customer, a company, a stage won and one lost.
const ENCODED: [string, string, string][] = [
  [
    ...(['gb18030', '赢单'] as const),
    'c9ccbbfab1e0bac52cbfcdbba7c3fbb3c62cbdd7b6ce0a312cc9eedbdacad0ccdab7c9bfc6bcbcd3d0cfdeb9abcbbe2cd3aeb5a50a322cb1b1bea9bbaacfc4c3b3d2d72ccae4b5a50a',
  ],
  [
    ...(['big5', '贏單'] as const),
    'b0d3bef7bd73b8b92cabc8a4e1a657bad92cb6a5ac710a312ca578a55fb8eab054aad1a5f7a6b3adada4bda5712cc4b9b3e60a322cb0aab6afb654a9f62cbfe9b3e60a',
  ],
  [
    ...(['shift_jis', '失注'] as const),
    '88c48c8f94d48d862c8cda8b7196bc2c83748346815b83590a312c8a948eae89ef8ed0835483938376838b2c8ef3928d82b582dc82b582bd0a322c938c8b9e8fa48e962c8eb8928d0a',
  ],
  [
    ...(['euc-kr', '수주'] as const),
    'bfb5bef7b9f8c8a32cb0edb0b4b8ed2cb4dcb0e80a312cc1d6bdc4c8b8bbe720c7d1b1b9bbf3bbe72cbcf6c1d60a322cbcadbfefb9abbfaa2cbdc7c1d60a',
  ],
  [
    ...(['windows-1251', 'выиграна'] as const),
    'edeeece5f02ceaebe8e5edf22cf1f2e0e4e8ff0a312ccee1f9e5f1f2e2ee20d0eeece0f8eae02ce2fbe8e3f0e0ede00a322cd1e5e2e5f0edfbe920e2e5f2e5f02ceff0eee8e3f0e0ede00a',
  ],
  [
    ...(['windows-1252', 'Abschluß'] as const),
    '69642c4b756e64652c50686173650a312c4dfc6c6c657220262053f6686e652c41627363686c75df0a322c436166e9204672616ee76f69732c7665726c6f72656e0a',
  ],
  [
    ...(['windows-1250', 'wygrana'] as const),
    '69642c6b6c69656e742c657461700a312c5370f3b36b6120a3f3649f20aff3b3e62c77796772616e610a322c50727a65647369ea62696f727374776f208c6cb9736b2c70727a656772616e610a',
  ],
];

describe('the encoding of a file', () => {
  for (const [encoding, word, hex] of ENCODED) {
    it(`is found: ${encoding}`, async () => {
      const { sniff: found, rows } = await sniff(Buffer.from(hex, 'hex'));
      expect(found.encoding).toBe(encoding);
      expect(rows.flat()).toContain(word);
    });
  }
  it('is UTF-8 though the first foreign letter comes late', async () => {
    const late = `id,name\n${'1,a\n'.repeat(200_000)}2,赢单\n`;
    expect((await sniff(late)).sniff.encoding).toBe('utf-8');
  });
  it('is the usual one for signs alone', async () => {
    const { sniff: found, rows } = await sniff(Buffer.from('id,v\n1,£5\n2,\xb0\n', 'latin1'));
    expect(found.encoding).toBe('windows-1252');
    expect(rows[0]).toEqual(['1', '£5']);
  });
  it('is UTF-8 still where a letter of it is broken', async () => {
    const broken = Buffer.concat([
      Buffer.from('id,n\n1,赢单\n2,'),
      Buffer.from([0xe8, 0xb5, 0x0a]),
    ]);
    const { sniff: found, rows } = await sniff(broken);
    expect(found.encoding).toBe('utf-8');
    expect(rows[0]).toEqual(['1', '赢单']);
  });
});

describe('the shape of a file', () => {
  it('has the delimiter under which lines agree', async () => {
    for (const delimiter of [',', ';', '\t', '|'] as const) {
      const text = 'id#name#amount\n1#"a,b;c"#1.5\n2#d#2\n'.replaceAll('#', delimiter);
      expect((await sniff(text)).sniff).toMatchObject({ delimiter, header: true });
    }
  });
  it('has no header when the first row is like the others', async () => {
    expect((await sniff('1,2026-01-05\n2,2026-01-06\n')).sniff.header).toBe(false);
    expect((await sniff('a,mql,2026-01-05\n')).sniff.header).toBe(false);
  });
  it('tells the order of its dates and the sign of its decimals', async () => {
    const { sniff: found } = await sniff('d;x;v\n25/12/2026;01/02/2026;1.234,50\n');
    expect(found).toMatchObject({ date_format: 'dmy', decimal: ',' });
    expect(found.columns.map((column) => column.looks)).toEqual(['date', 'date', 'number']);
  });
});

describe('the suggested mapping', () => {
  it('reads dates side by side as a wide file', async () => {
    const [first] = await suggest(
      'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n' +
        'A1,Ann,GTX,Acme,Won,2016-10-20,2017-03-01,1054\n' +
        'A2,Bob,GTX,Acme,Lost,2016-10-20,2017-03-01,0\n' +
        'A3,Bob,GTX,,Engaging,2016-10-20,,\n',
    );
    expect(first).toMatchObject({ kind: 'events', missing: [] });
    expect(first?.mapping).toMatchObject({
      columns: { account_id: 'account', owner: 'sales_agent', product: 'product' },
      constants: { currency: 'EUR' },
      wide: {
        record_id: 'opportunity_id',
        stages: { sal: 'engage_date' },
        outcome: {
          date: 'close_date',
          column: 'deal_stage',
          values: { Won: 'won', Lost: 'lost' },
        },
      },
      amount_on: 'outcome',
    });
  });
  it('reads a date column per stage as a wide file', async () => {
    const [first] = await suggest(
      'Deal ID;Company;Became MQL date;SQL date;Closed Won date;Closed Lost date;Amount\n' +
        '1;Acme;05/01/2026;09/01/2026;;20/01/2026;1.200,50\n' +
        '2;Beta;06/01/2026;10/01/2026;21/01/2026;;5.000,00\n',
    );
    expect(first?.mapping.wide).toEqual({
      record_id: 'Deal ID',
      stages: {
        mql: 'Became MQL date',
        sql: 'SQL date',
        won: 'Closed Won date',
        lost: 'Closed Lost date',
      },
    });
  });
  it('reads one row per step as a long file, in Traditional Chinese too', async () => {
    const [first] = await suggest(
      '商機編號,客戶名稱,銷售階段,進入時間,負責人,金額,幣別,線索來源\n' +
        'S1,甲公司,線索,2026-01-05,李雷,100,TWD,展會\nS1,甲公司,贏單,2026-02-05,李雷,100,TWD,展會\n',
    );
    expect(first?.mapping).toMatchObject({
      columns: {
        ...{ record_id: '商機編號', account_id: '客戶名稱', stage: '銷售階段' },
        ...{ occurred_at: '進入時間', owner: '負責人', amount: '金額', currency: '幣別' },
        channel: '線索來源',
      },
      constants: {},
      stages: { 線索: 'mql', 贏單: 'won' },
    });
  });
  it('knows accounts and contracts by their columns', async () => {
    const [accounts] = await suggest(
      'account,sector,employees,office_location\nAcme,retail,5,Spain\nBeta,medical,7,China\n',
    );
    expect(accounts).toMatchObject({ kind: 'accounts', missing: [] });
    expect(accounts?.mapping.columns).toEqual({
      ...{ account_id: 'account', name: 'account', segment: 'sector', region: 'office_location' },
    });
    const [contracts] = await suggest(
      'subscription_id,customer_id,start_date,end_date,monthly_amount\n1,7,2018-11-01,2019-02-01,50\n',
    );
    expect(contracts).toMatchObject({ kind: 'contracts', missing: [] });
    expect(contracts?.mapping.columns.mrr).toBe('monthly_amount');
  });
});

describe('suggestStage', () => {
  const known: Record<string, string[]> = {
    won: ['Closed Won', 'closed_won', 'Won', 'closedwon', '赢单', '贏單', '已成交', '签约'],
    lost: ['Closed Lost', 'Lost', 'closedlost', 'Closed - Lost', '输单', '輸單', '战败'],
    no_decision: ['Disqualified', 'No Decision', 'Closed: no decision', '搁置', '無效'],
    sal: ['Proposal/Price Quote', 'Negotiation', 'Engaging', 'Demo', '方案报价', '商务谈判'],
    sql: ['Prospecting', 'Qualification', 'Discovery', 'SQL', '商机', '需求确认'],
    mql: ['MQL', 'Lead', 'Marketing Qualified Lead', '线索', '線索'],
    onboarded: ['Go-live', 'Onboarding', '上线', '實施'],
    churned: ['Churned', 'Cancelled', '流失'],
    renewed: ['Renewed', '续约'],
  };
  for (const [stage, names] of Object.entries(known)) {
    for (const name of names)
      it(`${name} is ${stage}`, () => expect(suggestStage(name)).toBe(stage));
  }
  it('says nothing about what it does not know', () => {
    for (const name of ['Closed', 'Stage 3', '阶段三', '']) expect(suggestStage(name)).toBeNull();
  });
});
