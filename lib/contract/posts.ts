import { z } from 'zod';
import { ACCOUNT_FIELDS, CONTRACT_FIELDS, EVENT_FIELDS, MAX_SOURCE } from './fields.ts';
import { isStorable } from './isStorable.ts';

/** What a row's fields are for; a wrong value quarantines its row, so the types are not checked. */
const ABOUT: Record<string, string> = {
  event_id: 'Text; with the source it identifies the event',
  record_id: 'Text; the pursuit that moved',
  stage: "A stage, or a stage name of the organization's map",
  occurred_at: 'ISO 8601; without a zone it is local in the organization',
  amount: 'Decimal string: annual recurring value of the pursuit',
  currency: "ISO 4217; absent: the organization's",
  close_date: 'YYYY-MM-DD',
  version: 'Whole number; the highest wins',
  starts_on: 'YYYY-MM-DD',
  ends_on: 'YYYY-MM-DD, the first day not covered; absent or null: open-ended',
  cancelled_on: 'YYYY-MM-DD',
  arr: 'Decimal string; or mrr; or total_value with months',
};

function rowOf<F extends string>(fields: readonly F[]) {
  const value = (field: F) => {
    const about = ABOUT[field];
    return about ? z.unknown().describe(about) : z.unknown().describe('Text');
  };
  const shape = Object.fromEntries(fields.map((field) => [field, value(field).optional()]));
  return z.strictObject(shape as Record<F, z.ZodOptional<z.ZodUnknown>>);
}

const source = z
  .string()
  .min(1, 'must name the sending system')
  .max(MAX_SOURCE)
  .refine(isStorable, 'must be text without NUL');

export const eventsBody = z.strictObject({ source, events: z.array(rowOf(EVENT_FIELDS)) });
export const contractsBody = z.strictObject({ source, contracts: z.array(rowOf(CONTRACT_FIELDS)) });
export const accountsBody = z.strictObject({ source, accounts: z.array(rowOf(ACCOUNT_FIELDS)) });
