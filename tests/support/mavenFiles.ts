import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A CRM export in the shape of the Maven files, with what an import of it must find. */
export type CrmFiles = {
  deals: { name: string; mimeType: string; buffer: Buffer };
  accounts: { name: string; mimeType: string; buffer: Buffer };
  rows: number;
  undated: number;
  won: number;
  lost: number;
  open: number;
  accountRows: number;
};

const FOLDER = join(import.meta.dirname, '../../../shared/data/maven-crm');
const CSV = 'text/csv';

/** The published files where they lie beside the project, else small ones of the same shape. */
export async function mavenFiles(): Promise<CrmFiles> {
  if (!existsSync(FOLDER)) return smallFiles();
  const file = async (name: string) => ({
    name,
    mimeType: CSV,
    buffer: await readFile(join(FOLDER, name)),
  });
  return {
    deals: await file('sales_pipeline.csv'),
    accounts: await file('accounts.csv'),
    rows: 8800,
    undated: 500,
    won: 4238,
    lost: 2473,
    open: 1589,
    accountRows: 85,
  };
}

const HEADER =
  'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value';

function smallFiles(): CrmFiles {
  const counts = { won: 60, lost: 30, open: 20, undated: 10, accountRows: 12 };
  const day = (at: number) => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10);
  const line = (stage: string, closes: boolean, dated: boolean) => (_: unknown, at: number) => {
    const who = `Agent ${at % 5},GTX Pro,Account ${at % counts.accountRows}`;
    const dates = [dated ? day(at) : '', closes ? day(at + 30 + (at % 20)) : ''];
    const value = stage === 'Won' ? 100 + at : stage === 'Lost' ? 0 : '';
    return [`${stage}${at}`, who, stage, ...dates, value].join(',');
  };
  const lines = [
    ...Array.from({ length: counts.won }, line('Won', true, true)),
    ...Array.from({ length: counts.lost }, line('Lost', true, true)),
    ...Array.from({ length: counts.open }, line('Engaging', false, true)),
    ...Array.from({ length: counts.undated }, line('Prospecting', false, false)),
  ];
  const accounts = Array.from(
    { length: counts.accountRows },
    (_, at) => `Account ${at},${['retail', 'medical'][at % 2]},1996,10.5,20,Kenya,`,
  );
  const accountHeader =
    'account,sector,year_established,revenue,employees,office_location,subsidiary_of';
  const file = (name: string, all: string[]) => ({
    name,
    mimeType: CSV,
    buffer: Buffer.from(`${all.join('\r\n')}\r\n`),
  });
  return {
    deals: file('sales_pipeline.csv', [HEADER, ...lines]),
    accounts: file('accounts.csv', [accountHeader, ...accounts]),
    rows: lines.length,
    ...counts,
  };
}
