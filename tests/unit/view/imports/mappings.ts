import { type Mapping, mappingBody } from '#lib/contract/ingest.ts';
import type { ColumnAnswer, UploadAnswer } from '#lib/contract/uploads.ts';

/** A mapping as the contract fills it in. */
export function mapping(part: Partial<Mapping> = {}): Mapping {
  return { ...mappingBody.parse({}), ...part };
}

/** The shape of a wide CRM export: dates, an outcome date and the column that tells it. */
export const WIDE = mapping({
  columns: { account_id: 'account', amount: 'close_value' },
  wide: {
    record_id: 'id',
    stages: { sal: 'engage_date' },
    outcome: { date: 'close_date', column: 'deal_stage', values: { Won: 'won' } },
  },
});

export const LONG = mapping({
  columns: { record_id: 'id', stage: 'stage', occurred_at: 'at' },
  stages: { Proposal: 'sal' },
});

export function column(name: string, part: Partial<ColumnAnswer> = {}): ColumnAnswer {
  return { name, samples: ['a'], empty_share: 0, looks: 'text', date_format: null, ...part };
}

export function upload(part: Partial<UploadAnswer> = {}): UploadAnswer {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    file_name: 'deals.csv',
    bytes: 10,
    sha256: '',
    sniff: {
      encoding: 'utf-8',
      delimiter: ',',
      header: true,
      gzip: false,
      date_format: 'auto',
      decimal: 'auto',
      rows_seen: 1,
      columns: [column('id'), column('close_value')],
      rows: [['1', '2']],
    },
    suggestions: [
      { kind: 'events', missing: [], mapping: WIDE },
      { kind: 'accounts', missing: [], mapping: mapping({ columns: { account_id: 'id' } }) },
      { kind: 'contracts', missing: ['starts_on'], mapping: mapping() },
    ],
    saved: null,
    ...part,
  };
}
