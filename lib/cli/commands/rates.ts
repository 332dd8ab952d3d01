import { randomUUID } from 'node:crypto';
import { loadRates } from '#lib/ingest/loadRates.ts';
import { readRates } from '#lib/ingest/readRates.ts';
import { applyChanges } from '#lib/ingest/rederive/applyChanges.ts';
import type { Command } from '../command.ts';
import { withDatabase } from '../database/withDatabase.ts';
import { mustFindOrg } from './mustFindOrg.ts';
import { readTextFile } from './readTextFile.ts';

export const rates: Command = {
  words: ['rates'],
  usage: 'rates --org <slug> --file <csv>',
  options: ['org', 'file'],
  required: ['org', 'file'],
  run: async (given, env) => {
    const read = readRates(await readTextFile(given.must('file')));
    return withDatabase(env, async (pool) => {
      const org = await mustFindOrg(pool, given.must('org'));
      const deps = { now: () => new Date(), newId: randomUUID };
      const told = await loadRates(pool, org.id, read, deps);
      const done = told.rederiving ? await applyChanges(pool, org.id, deps, true) : null;
      const records = done?.records ?? told.records;
      return { answer: { org: org.slug, rates: told.rates, records } };
    });
  },
};
