import { randomUUID } from 'node:crypto';
import { createOrg, toOrgAnswer } from '#lib/store/orgs.ts';
import type { Command } from '../command.ts';
import { withDatabase } from '../database/withDatabase.ts';
import { ORG_OPTIONS, ORG_USAGE, readOrgOptions } from './orgOptions.ts';

export const orgCreate: Command = {
  words: ['org', 'create'],
  usage: `org create <slug> --name <n> --time-zone <iana> --currency <iso> ${ORG_USAGE}`,
  subject: '<slug>',
  options: ORG_OPTIONS,
  many: ['order'],
  required: ['name', 'time-zone', 'currency'],
  run: async (given, env) => {
    const settings = await readOrgOptions(given);
    const input = {
      ...settings,
      slug: given.subject,
      name: settings.name ?? '',
      time_zone: settings.time_zone ?? '',
      currency: settings.currency ?? '',
    };
    return withDatabase(env, async (pool) => {
      const org = await createOrg(pool, input, { id: randomUUID(), now: new Date() });
      return { answer: toOrgAnswer(org) };
    });
  },
};
