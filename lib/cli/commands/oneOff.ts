import { MAX_ROWS } from '#lib/contract/fields.ts';
import { readOneOff } from '#lib/ingest/readOneOff.ts';
import { takeOneOff } from '#lib/ingest/takeOneOff.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { Command } from '../command.ts';
import { withDatabase } from '../database/withDatabase.ts';
import { mustFindOrg } from './mustFindOrg.ts';
import { readTextFile } from './readTextFile.ts';

const SOURCE = 'file';

export const oneOff: Command = {
  words: ['one-off'],
  usage: 'one-off --org <slug> --file <csv>',
  options: ['org', 'file'],
  required: ['org', 'file'],
  run: async (given, env) => {
    const read = readOneOff(await readTextFile(given.must('file')));
    return withDatabase(env, async (pool) => {
      const org = await mustFindOrg(pool, given.must('org'));
      const sum = { received: 0, accepted: 0, duplicates: 0 };
      await inOrg(pool, org.id, 'write', async (tx) => {
        for (let at = 0; at < read.length; at += MAX_ROWS) {
          const body = { source: SOURCE, rows: read.slice(at, at + MAX_ROWS) };
          const part = await takeOneOff(tx, org, body, new Date());
          sum.received += part.received;
          sum.accepted += part.accepted;
          sum.duplicates += part.duplicates;
        }
      });
      return { answer: { org: org.slug, ...sum } };
    });
  },
};
