import type { Command } from './command.ts';
import { backup } from './commands/backup.ts';
import { doctor } from './commands/doctor.ts';
import { importFile } from './commands/importFile.ts';
import { keyCreate } from './commands/keyCreate.ts';
import { oneOff } from './commands/oneOff.ts';
import { orgCreate } from './commands/orgCreate.ts';
import { orgSet } from './commands/orgSet.ts';
import { rates } from './commands/rates.ts';
import { rebuild } from './commands/rebuild.ts';
import { restore } from './commands/restore.ts';

export const COMMANDS: readonly Command[] = [
  orgCreate,
  orgSet,
  rates,
  oneOff,
  keyCreate,
  importFile,
  rebuild,
  doctor,
  backup,
  restore,
];
