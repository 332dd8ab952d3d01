import { z } from 'zod';
import { TIE_ORDER } from '#lib/bowtie/stages.ts';
import { orgAnswer } from './org.ts';
import { orgChanges } from './orgInput.ts';

const count = z.int().nonnegative();
const moment = z.iso.datetime({ offset: true }).nullable();
const stage = z.enum(TIE_ORDER as unknown as [string, ...string[]]).nullable();

/** A change that all derived data has to follow before anybody sees any of it. */
export const settingsChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('org'), settings: orgChanges }),
  z.strictObject({
    kind: z.literal('rates'),
    rates: z.array(z.strictObject({ onDate: z.string(), currency: z.string(), rate: z.string() })),
  }),
  z.strictObject({ kind: z.literal('stages'), stages: z.record(z.string(), stage) }),
]);
export type SettingsChange = z.output<typeof settingsChange>;

export const CHANGE_STATES = ['queued', 'running', 'done', 'failed'] as const;

/** What a change did to weeks that were over: entries and won amount, before and after. */
export const weekEffect = z.strictObject({
  week: z.iso.date(),
  stage: z.string(),
  before: count,
  after: count,
  amount_before: z.string(),
  amount_after: z.string(),
});
export type WeekEffect = z.infer<typeof weekEffect>;

const oneChange = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['org', 'rates', 'stages']),
  changes: z.record(z.string(), z.unknown()).describe('Settings, counts of rates, or stage names'),
  status: z.enum(CHANGE_STATES),
  records: count.describe('Derived so far'),
  total: count.describe('To be derived; 0: not known yet'),
  error: z.string().nullable(),
  requested_at: z.iso.datetime({ offset: true }),
  started_at: moment,
  finished_at: moment,
});
export type ChangeAnswer = z.infer<typeof oneChange>;

export const rederiveParams = z.strictObject({ preview: z.enum(['true', 'false']).optional() });

/** GET /rederive: changes of settings, the newest first. */
export const rederiveAnswer = z.strictObject({
  data: z.strictObject({
    rederiving: z.boolean(),
    changes: z.array(oneChange),
    records: count.nullable().describe('With preview: records that a change derives anew'),
  }),
});
export type RederiveAnswer = z.infer<typeof rederiveAnswer>['data'];

const rederiving = z
  .boolean()
  .describe('The old numbers are answered until the new ones are complete; see GET /rederive');

/** PATCH /org: the settings as they will be, or are. */
export const changedOrgAnswer = z.strictObject({ data: orgAnswer, rederiving });
