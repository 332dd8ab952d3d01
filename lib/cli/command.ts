import type { Env } from '#lib/env.ts';

/** One word after `npm run cli --`; what it answers is printed as one line of JSON. */
export type Command = {
  words: readonly string[];
  usage: string;
  /** Names of the options; `many` ones may be repeated. */
  options: readonly string[];
  many?: readonly string[];
  required?: readonly string[];
  /** Whether one word without a name may follow, and what it is called. */
  subject?: string;
  run: (given: Given, env: Env) => Promise<{ answer: unknown; failed?: boolean }>;
};

export type Given = {
  /** The word without a name. */
  subject: string;
  one: (name: string) => string | undefined;
  /** An option that the command requires. */
  must: (name: string) => string;
  all: (name: string) => string[];
};
