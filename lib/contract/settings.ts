import { z } from 'zod';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { orgAnswer } from './org.ts';

/** The organization with what a filter bar offers: known values, people and their roles. */
export const settingsAnswer = z.strictObject({
  data: orgAnswer.extend({
    values: z.record(z.enum(DIMENSIONS), z.array(z.string())),
    people: z.array(z.strictObject({ owner: z.string(), name: z.string(), role: z.string() })),
    first_event_at: z.iso.datetime({ offset: true }).nullable(),
    last_event_at: z.iso.datetime({ offset: true }).nullable(),
  }),
});
export type SettingsAnswer = z.infer<typeof settingsAnswer>;

export const orgsAnswer = z.strictObject({ data: z.array(orgAnswer) });
export const oneOrgAnswer = z.strictObject({ data: orgAnswer });
