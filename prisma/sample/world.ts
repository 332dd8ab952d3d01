import type { Day, Moment } from './calendar.ts';
import type { Random } from './random.ts';
import type { Team } from './team.ts';
import type { Draft, Pod, Pursuit, Role } from './types.ts';

/** What every maker may look at. */
export type World = {
  /** The first day that is not yet history. */
  today: Day;
  /** The first day of the history. */
  start: Day;
  team: Team;
  /** A new account for the pursuit, or one that is already known. */
  accountFor: (random: Random, pursuit: Pursuit) => string;
};

/** Where a pursuit stands while it is being made. */
export type Walk = {
  drafts: Draft[];
  at: Moment;
  owner: string | undefined;
  role: Role | null;
  pod: Pod | null;
};
