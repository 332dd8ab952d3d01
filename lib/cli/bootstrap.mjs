// The only file that the machine's own Node runs: it installs what the lockfile says, then hands
// over to the Node of node_modules. Plain JavaScript, no packages.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMMANDS = ['up', 'verify', 'cli', 'bench'];
const root = fileURLToPath(new URL('../..', import.meta.url));
const [command = '', ...args] = process.argv.slice(2);

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function readJson(name) {
  try {
    return JSON.parse(readFileSync(join(root, name), 'utf8'));
  } catch {
    return undefined;
  }
}

/** True when every package of the lockfile is there in its version; optional ones may be absent. */
function isInstalled() {
  const wanted = readJson('package-lock.json')?.packages ?? {};
  const present = readJson('node_modules/.package-lock.json')?.packages;
  if (present === undefined || !existsSync(nodePath())) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const found = present[path];
    return found === undefined ? entry.optional === true : found.version === entry.version;
  });
}

function nodePath() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(root, 'node_modules/node/bin', name);
}

function install() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    refuse(
      `The folder ${root} cannot be written by this user: change its owner, or clone it anew.`,
    );
  }
  process.stderr.write('Installing packages (npm ci) ...\n');
  const started = Date.now();
  const npm = process.env.npm_execpath;
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'];
  const [file, lead] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const done = spawnSync(file, [...lead, ...words], { cwd: root, stdio: ['ignore', 2, 2] });
  if (done.status !== 0 || !existsSync(nodePath())) {
    refuse(
      'The packages could not be installed (the reason is above): check that the npm registry is ' +
        'reachable, the disk is not full, and node_modules belongs to this user; then run it again.',
    );
  }
  process.stderr.write(`Packages installed in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

function handOver() {
  const bins = [join(root, 'node_modules/node/bin'), join(root, 'node_modules/.bin')];
  const separator = process.platform === 'win32' ? ';' : ':';
  const settings = existsSync(join(root, '.env')) ? ['--env-file=.env'] : [];
  // As the worker is started: an import of the command line must stay as small.
  if (command === 'cli') settings.push('--max-semi-space-size=4');
  const entry = command === 'cli' ? 'main' : command;
  const child = spawn(nodePath(), [...settings, join(root, `lib/cli/${entry}.ts`), ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      // Types are stripped and code is compiled once, not at each start: twice as quick, and the
      // compiler itself (20 MB) need not be loaded. A folder that cannot be written is left alone.
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compile'),
      ...process.env,
      PATH: [...bins, process.env.PATH ?? ''].join(separator),
    },
  });
  // A Ctrl-C reaches the child by itself; a signal sent to this process alone does not.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  if (process.env.npm_execpath !== undefined) endWithParent(child);
  child.on('error', (error) => refuse(`The command could not start: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

/** When npm is killed without a word, what it started ends too; a shell may stand between. */
function endWithParent(child) {
  const before = ancestors();
  setInterval(() => {
    if (ancestors() !== before) child.kill('SIGTERM');
  }, 1_000).unref();
}

function ancestors() {
  try {
    const line = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    const above = line.slice(line.lastIndexOf(')') + 2).split(' ')[1];
    return `${process.ppid} ${above}`;
  } catch {
    return String(process.ppid);
  }
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  refuse(`Node ${process.versions.node} is too old: install Node 20 or newer.`);
}
if (!COMMANDS.includes(command)) refuse(`Say one of: npm run ${COMMANDS.join(', npm run ')}.`);
if (!isInstalled()) install();
handOver();
