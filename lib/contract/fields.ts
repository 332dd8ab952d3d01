import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import type { ImportKind } from './ingest.ts';

/** The fields of one event, contract or account as the API and mappings name them. */
export const EVENT_FIELDS = [
  'event_id',
  'record_id',
  'stage',
  'occurred_at',
  'account_id',
  ...DIMENSIONS,
  'amount',
  'currency',
  'close_date',
  'source',
  'version',
] as const;

export const ACCOUNT_FIELDS = [
  'account_id',
  'name',
  'segment',
  'channel',
  'owner',
  'region',
  'version',
] as const;

export const CONTRACT_FIELDS = [
  'contract_id',
  'account_id',
  'starts_on',
  'ends_on',
  'arr',
  'mrr',
  'total_value',
  'months',
  'currency',
  'cancelled_on',
  'product',
  'segment',
  'motion',
  'version',
] as const;

export const FIELDS = {
  events: EVENT_FIELDS,
  contracts: CONTRACT_FIELDS,
  accounts: ACCOUNT_FIELDS,
} as const satisfies Record<ImportKind, readonly string[]>;

export const MAX_ROWS = 5000;
/** Longest text that names something or is a dimension value: longer ones fit no database key. */
export const MAX_TEXT = 500;
export const MAX_SOURCE = 200;
