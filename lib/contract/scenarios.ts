import { z } from 'zod';
import { assumption } from './planMeta.ts';
import { simulateBody } from './plans.ts';
import { MAX_REMARK, MAX_SCENARIO_NAME } from './scenarioWords.ts';
import { shortName } from './shortName.ts';

const name = shortName(MAX_SCENARIO_NAME);
const author = shortName(MAX_SCENARIO_NAME).nullable().default(null).describe('Who did it');
const remark = shortName(MAX_REMARK).nullable().default(null).describe('Why, in their own words');

/** The inputs of a plan, and of each where it came from when it was saved. */
export const scenarioInputs = z.strictObject({
  plan: simulateBody,
  assumptions: z.array(assumption).max(2000).default([]),
});

export const scenarioBody = z.strictObject({ name, inputs: scenarioInputs, author, remark });

export const scenarioChanges = z
  .strictObject({
    version: z.int().describe('The version that was read; another one since then is a conflict'),
    name: name.optional(),
    inputs: scenarioInputs.optional(),
    author,
    remark,
  })
  .refine((one) => one.name !== undefined || one.inputs !== undefined, 'must change something');

export const scenarioCopy = z.strictObject({ name, author, remark });
export const publishBody = z.strictObject({
  version: z.int().describe('The version that was read; another one since then is a conflict'),
  author,
  remark,
});
export const scenarioTarget = z.strictObject({ id: z.uuid() });

const scenario = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  version: z.int(),
  locked: z.boolean().describe('It was published: it stays as it is; duplicate it to go on'),
  inputs: scenarioInputs,
  created_at: z.string(),
  updated_at: z.string(),
});

const version = z.strictObject({
  version: z.int(),
  name: z.string(),
  inputs: scenarioInputs,
  author: z.string().nullable(),
  remark: z.string().nullable(),
  created_at: z.string(),
});

const publication = z.strictObject({
  fiscal_year: z.iso.date().describe('The first day of the fiscal year that it is the plan of'),
  current: z.boolean().describe('No later one took its place'),
  scenario_id: z.uuid(),
  version: z.int(),
  name: z.string(),
  inputs: scenarioInputs,
  author: z.string().nullable(),
  remark: z.string().nullable(),
  published_at: z.string(),
});

export const scenarioAnswer = z.strictObject({ data: scenario });
export const scenariosAnswer = z.strictObject({
  data: z.strictObject({ scenarios: z.array(scenario) }),
});
export const versionsAnswer = z.strictObject({
  data: z.strictObject({ versions: z.array(version) }),
});
export const publicationAnswer = z.strictObject({ data: publication });
export const publicationsAnswer = z.strictObject({
  data: z.strictObject({ publications: z.array(publication) }),
});

export type ScenarioInputs = z.output<typeof scenarioInputs>;
export type Scenario = z.infer<typeof scenario>;
export type ScenarioAnswer = z.infer<typeof scenarioAnswer>;
export type ScenariosAnswer = z.infer<typeof scenariosAnswer>;
export type VersionsAnswer = z.infer<typeof versionsAnswer>;
export type PublicationAnswer = z.infer<typeof publicationAnswer>;
export type PublicationsAnswer = z.infer<typeof publicationsAnswer>;
