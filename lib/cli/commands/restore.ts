import { resolve } from 'node:path';
import { restoreBackup } from '../backup/restoreBackup.ts';
import type { Command } from '../command.ts';
import { withDatabase } from '../database/withDatabase.ts';

export const restore: Command = {
  words: ['restore'],
  usage: 'restore --from <folder>',
  options: ['from'],
  required: ['from'],
  run: async (given, env) => {
    const folder = resolve(given.must('from'));
    return withDatabase(env, async (_pool, url) => {
      const { files } = await restoreBackup(url, folder);
      const rows = files.reduce((sum, file) => sum + file.rows, 0);
      return { answer: { folder, files: files.length, rows } };
    });
  },
};
