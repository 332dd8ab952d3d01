import { loadRates } from '#lib/ingest/loadRates.ts';
import { readRates } from '#lib/ingest/readRates.ts';
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
      return { answer: { org: org.slug, ...(await loadRates(pool, org.id, read)) } };
    });
  },
};
