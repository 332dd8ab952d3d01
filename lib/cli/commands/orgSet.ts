import { rebuildOrg } from '#lib/ingest/rebuildOrg.ts';
import { rebuildNeeded, toOrgAnswer, updateOrg } from '#lib/store/orgs.ts';
import type { Command } from '../command.ts';
import { withDatabase } from '../database/withDatabase.ts';
import { mustFindOrg } from './mustFindOrg.ts';
import { ORG_OPTIONS, ORG_USAGE, readOrgOptions } from './orgOptions.ts';

export const orgSet: Command = {
  words: ['org', 'set'],
  usage: `org set <slug> [--name <n>] [--time-zone <iana>] [--currency <iso>] ${ORG_USAGE}`,
  subject: '<slug>',
  options: ORG_OPTIONS,
  many: ['order'],
  run: async (given, env) => {
    const changes = readOrgOptions(given);
    return withDatabase(env, async (pool) => {
      const before = await mustFindOrg(pool, given.subject);
      const after = await updateOrg(pool, given.subject, changes);
      if (rebuildNeeded(before, after)) await rebuildOrg(pool, after.id);
      return { answer: toOrgAnswer(after) };
    });
  },
};
