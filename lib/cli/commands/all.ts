import type { Command } from '../command.ts';
import { backup } from './backup.ts';
import { doctor } from './doctor.ts';
import { keyCreate } from './keyCreate.ts';
import { orgCreate } from './orgCreate.ts';
import { orgSet } from './orgSet.ts';
import { rates } from './rates.ts';
import { rebuild } from './rebuild.ts';
import { restore } from './restore.ts';

export const COMMANDS: readonly Command[] = [
  orgCreate,
  orgSet,
  rates,
  keyCreate,
  rebuild,
  doctor,
  backup,
  restore,
];
