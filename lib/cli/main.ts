import { readEnv } from '#lib/env.ts';
import { COMMANDS } from './commands.ts';
import { readWords } from './readWords.ts';
import { Plain, tellFault } from './say.ts';

const words = process.argv.slice(2);
const command = COMMANDS.find((each) => each.words.every((word, at) => words[at] === word));

try {
  if (command === undefined) {
    const known = COMMANDS.map((each) => `  ${each.usage}`).join('\n');
    process.stderr.write(`Commands (npm run cli -- <command>):\n${known}\n`);
    const said = words.slice(0, 2).join(' ');
    throw new Plain(said === '' ? 'Say a command.' : `There is no command "${said}".`);
  }
  const rest = words.slice(command.words.length);
  const { answer, failed } = await command.run(readWords(command, rest), readEnv());
  // One line, the last one: scripts read it.
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  process.exitCode = failed === true ? 1 : 0;
} catch (error) {
  process.exitCode = tellFault(error);
}
