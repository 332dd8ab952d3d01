import { parseArgs } from 'node:util';
import type { Command, Given } from './command.ts';
import { Plain } from './say.ts';

/** The words after a command as its options; what it does not know is refused by name. */
export function readWords(command: Command, words: string[]): Given {
  const kinds = command.options.map((name) => {
    const multiple = command.many?.includes(name) ?? false;
    return [name, { type: 'string' as const, multiple }] as const;
  });
  const { values, positionals } = parse(command, words, Object.fromEntries(kinds));
  const listOf = (name: string) => [values[name] ?? []].flat().map(String);
  const missing = (command.required ?? []).filter((name) => listOf(name).length === 0);
  if (missing.length > 0) {
    const names = missing.map((name) => `--${name}`).join(', ');
    throw new Plain(`${names} is missing: ${command.usage}`);
  }
  const wanted = command.subject === undefined ? 0 : 1;
  if (positionals.length !== wanted) {
    const extra = positionals[wanted];
    const fault = extra === undefined ? `${command.subject} is missing` : `"${extra}" is too much`;
    throw new Plain(`${fault}: ${command.usage}`);
  }
  return {
    subject: positionals[0] ?? '',
    one: (name) => listOf(name)[0],
    must: (name) => listOf(name)[0] ?? '',
    all: listOf,
  };
}

function parse(
  command: Command,
  words: string[],
  options: { [name: string]: { type: 'string'; multiple: boolean } },
) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new Plain(`${reason}: ${command.usage}`);
  }
}
