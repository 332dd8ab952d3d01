import { foldOrg } from '#lib/ingest/fold/foldOrg.ts';
import { rebuildOrg } from '#lib/ingest/rebuildOrg.ts';
import type { Command } from '../command.ts';
import { withDatabase } from '../database/withDatabase.ts';
import { mustFindOrg } from './mustFindOrg.ts';

export const rebuild: Command = {
  words: ['rebuild'],
  usage: 'rebuild --org <slug>',
  options: ['org'],
  required: ['org'],
  run: async (given, env) => {
    return withDatabase(env, async (pool) => {
      const org = await mustFindOrg(pool, given.must('org'));
      const { records } = await rebuildOrg(pool, org.id);
      const { months } = await foldOrg(pool, org.id);
      return { answer: { org: org.slug, records, months } };
    });
  },
};
