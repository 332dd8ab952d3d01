import { randomBytes } from 'node:crypto';
import { createKey, SCOPES, type Scope } from '#lib/auth/keys.ts';
import type { Command } from '../command.ts';
import { withDatabase } from '../database/withDatabase.ts';
import { Plain } from '../say.ts';
import { mustFindOrg } from './mustFindOrg.ts';

export const keyCreate: Command = {
  words: ['key', 'create'],
  usage: 'key create --org <slug> --scope read,ingest',
  options: ['org', 'scope'],
  required: ['org', 'scope'],
  run: async (given, env) => {
    const scopes = given.must('scope').split(',').map(readScope);
    return withDatabase(env, async (pool) => {
      const org = await mustFindOrg(pool, given.must('org'));
      const { key } = await createKey(pool, org, scopes, new Date(), randomBytes);
      return { answer: { key } };
    });
  },
};

function readScope(text: string): Scope {
  const found = SCOPES.find((scope) => scope === text.trim());
  if (found === undefined)
    throw new Plain(`--scope "${text}": must be among ${SCOPES.join(', ')}.`);
  return found;
}
