import { resolve } from 'node:path';
import { writeBackup } from '../backup/writeBackup.ts';
import type { Command } from '../command.ts';
import { withDatabase } from '../database/withDatabase.ts';

export const backup: Command = {
  words: ['backup'],
  usage: 'backup --out <folder>',
  options: ['out'],
  required: ['out'],
  run: async (given, env) => {
    const folder = resolve(given.must('out'));
    return withDatabase(env, async (_pool, url) => {
      const { files } = await writeBackup(url, folder, new Date());
      const rows = files.reduce((sum, file) => sum + file.rows, 0);
      return { answer: { folder, files: files.length, rows } };
    });
  },
};
