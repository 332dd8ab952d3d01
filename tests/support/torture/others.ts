import type { TortureCase } from './tortureCase.ts';

const contracts = {
  kind: 'contracts' as const,
  mapping: {
    columns: {
      ...{ contract_id: 'id', account_id: 'who', starts_on: 'from', ends_on: 'to' },
      ...{ arr: 'arr', mrr: 'mrr', total_value: 'tcv', months: 'months' },
    },
    constants: { currency: 'EUR' },
  },
};
const HEAD = 'id;who;from;to;arr;mrr;tcv;months\n';

const accounts = {
  kind: 'accounts' as const,
  mapping: { columns: { account_id: 'id', name: 'name', version: 'v' } },
};

const wide = {
  mapping: {
    wide: {
      record_id: 'id',
      stages: { mql: 'm', sql: 's' },
      outcome: { date: 'end', column: 'how', values: { Won: 'won', Lost: 'lost' } },
    },
  },
};

/** Contracts, accounts and wide files. */
export const OTHERS: TortureCase[] = [
  {
    name: 'contracts of all kinds',
    content: `${HEAD}1;a;2026-01-01;2027-01-01;1.200,50;;;\n2;a;2026-01-01;;;100,25;;\n3;a;2026-01-01;;;;1000;7\n4;a;2027-01-01;2026-01-01;5;;;\n5;a;2026-01-01;;-5;;;\n6;a;2026-01-01;;1;1;;\n7;a;2026-01-01;;;;5;0\n8;a;2026-01-01;;;;5;\n9;a;;;5;;;\n10;;2026-01-01;;5;;;\n11;a;2026-01-01;;;;;\n12;a;1991-04-14;;5;;;\n13;a;2999-01-01;;0,00;;;\n14;a;2026-02-30;;5;;;\n15;a;2026-01-01;2026-01-01;5;;;\n`,
    ...contracts,
    want: {
      facts: [
        { contract_id: '1', starts_on: '2026-01-01', ends_on: '2027-01-01', arr: '1200.50' },
        { contract_id: '2', ends_on: null, arr: '1203.00', currency: 'EUR' },
        { contract_id: '3', arr: '1714.29' },
        { contract_id: '12', starts_on: '1991-04-14' },
        { contract_id: '13', starts_on: '2999-01-01', arr: '0.00' },
        { contract_id: '15', ends_on: '2026-01-01' },
      ],
      bad: [
        ...['5 invalid_period', '6 invalid_amount', '7 invalid_amount', '8 invalid_amount'],
        ...['9 missing_field', '10 missing_field', '11 missing_field', '12 missing_field'],
        '15 invalid_date',
      ],
    },
  },
  {
    name: 'contracts whose last day is covered, over the end of a year',
    content: `${HEAD}1;a;2026-01-01;2026-12-31;5;;;\n2;a;2024-02-29;2024-02-29;5;;;\n3;a;2026-01-01;9999-12-31;5;;;\n`,
    ...contracts,
    mapping: { ...contracts.mapping, end_date: 'inclusive' },
    want: {
      facts: [
        { contract_id: '1', ends_on: '2027-01-01' },
        { contract_id: '2', ends_on: '2024-03-01' },
        { contract_id: '3', ends_on: null },
      ],
    },
  },
  {
    name: 'recurring revenue that no year holds',
    content: `${HEAD}1;a;2026-01-01;;${'9'.repeat(30)};;;\n2;a;2026-01-01;;;${'9'.repeat(30)};;\n3;a;2026-01-01;;;;${'9'.repeat(30)};0.000000000000001\n`,
    ...contracts,
    want: {
      facts: [{ contract_id: '1', arr: `${'9'.repeat(30)}.00` }],
      bad: ['3 invalid_amount', '4 invalid_amount'],
    },
  },
  {
    name: 'accounts: versions, doubles and what is no version',
    content: `id,name,v\na,One,1\na,Two,2\na,One,1\nb,,\nc,x,-1\nd,x,1.5\ne,x,99999999999999999\nf,x,9007199254740991\n,x,1\n`,
    ...accounts,
    want: {
      facts: [
        { account_id: 'a', name: 'One' },
        { account_id: 'a', name: 'Two' },
        { account_id: 'b', name: null },
        { account_id: 'f', name: 'x' },
      ],
      duplicates: 1,
      bad: ['6 bad_row', '7 bad_row', '8 bad_row', '10 missing_field'],
    },
  },
  {
    name: 'a wide file with every kind of row',
    content: `id,m,s,end,how\na,2026-01-05,2026-01-09,2026-02-01,Won\nb,2026-01-05,,2026-02-01,Open\nc,,,2026-02-01,Open\nd,2026-01-05,soon,,\n,2026-01-05,,,\ne,2026-01-05,,,Won\nf,46027,,,__proto__\na,2026-01-05,2026-01-09,2026-02-01,Won\n`,
    ...wide,
    want: {
      accepted: 4,
      facts: [
        ...['mql', 'sql', 'won'].map((stage) => ({ record_id: 'a', stage })),
        ...['b', 'e', 'f'].map((record_id) => ({ record_id, stage: 'mql' })),
      ],
      duplicates: 1,
      bad: ['4 no_events', '5 invalid_date', '6 missing_field'],
      warnings: { serial_dates: 1 },
    },
  },
  {
    name: 'a wide file in local times that are skipped',
    content: 'id,m,s,end,how\na,2026-03-08 02:30,2026-03-08 02:45,,\nb,2026-03-08 02:30,soon,,\n',
    ...wide,
    timeZone: 'America/New_York',
    want: {
      accepted: 1,
      facts: [{ record_id: 'a' }, { record_id: 'a' }],
      bad: ['3 invalid_date'],
      warnings: { skipped_time: 1 },
    },
  },
  {
    name: 'constants that fill, and a column that wins',
    content: 'id,on,seg\na,2026-01-05,\nb,2026-01-05,NULL\nc,2026-01-05,key\n',
    mapping: {
      columns: { record_id: 'id', occurred_at: 'on', segment: 'seg' },
      constants: { stage: 'mql', segment: 'small', source: 'crm' },
    },
    want: {
      facts: [
        { record_id: 'a', segment: 'small' },
        { record_id: 'b', segment: 'small' },
        { record_id: 'c', segment: 'key' },
      ],
    },
  },
  {
    name: 'an id that comes with another content',
    content:
      'eid,id,stage,on\n1,a,mql,2026-01-05\n1,a,sql,2026-01-05\n1,a,mql,2026-01-05\n1,b,mql,2026-01-05\n',
    mapping: { columns: { event_id: 'eid', record_id: 'id', stage: 'stage', occurred_at: 'on' } },
    want: {
      facts: [
        { record_id: 'a', stage: 'mql' },
        { record_id: 'a', stage: 'sql' },
        { record_id: 'b', stage: 'mql' },
      ],
      duplicates: 1,
    },
  },
];
