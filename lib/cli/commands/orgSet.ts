import { randomUUID } from 'node:crypto';
import { applyChanges } from '#lib/ingest/rederive/applyChanges.ts';
import { changeOrg } from '#lib/ingest/rederive/changeOrg.ts';
import { toOrgAnswer } from '#lib/store/orgs.ts';
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
    const changes = await readOrgOptions(given);
    return withDatabase(env, async (pool) => {
      const before = await mustFindOrg(pool, given.subject);
      const deps = { now: () => new Date(), newId: randomUUID };
      const { org, rederiving } = await changeOrg(pool, before, changes, deps);
      if (rederiving) await applyChanges(pool, org.id, deps, true);
      return { answer: toOrgAnswer(org) };
    });
  },
};
