import { randomUUID } from 'node:crypto';
import { IMPORT_KINDS, type ImportKind, type Mapping, mappingBody } from '#lib/contract/ingest.ts';
import { parse } from '#lib/contract/parse.ts';
import { findPreset } from '#lib/ingest/presets.ts';
import { runImport } from '#lib/ingest/runImport.ts';
import { sniffFile } from '#lib/ingest/suggest/sniffFile.ts';
import { suggestMapping } from '#lib/ingest/suggest/suggestMapping.ts';
import type { Command, Given } from '../command.ts';
import { withDatabase } from '../database/withDatabase.ts';
import { Plain } from '../say.ts';
import { mustFindOrg } from './mustFindOrg.ts';
import { readJsonFile } from './readJsonFile.ts';
import { tellMapping } from './tellMapping.ts';

export const importFile: Command = {
  words: ['import'],
  usage:
    'import --org <slug> --kind events|contracts|accounts --file <path> ' +
    '[--preset <name> | --mapping <json file>] [--time-zone <iana>]',
  options: ['org', 'kind', 'file', 'preset', 'mapping', 'time-zone'],
  required: ['org', 'kind', 'file'],
  run: async (given, env) => {
    const kind = readKind(given.must('kind'));
    const said = await readMapping(given, kind);
    return withDatabase(env, async (pool) => {
      const org = await mustFindOrg(pool, given.must('org'));
      const path = given.must('file');
      const answer = await runImport(pool, org, {
        ...{ kind, path, mapping: said ?? (await guessMapping(path, kind, org)) },
        timeZone: given.one('time-zone'),
        now: () => new Date(),
        newId: randomUUID,
      });
      return { answer, failed: answer.status !== 'done' };
    });
  },
};

function readKind(text: string): ImportKind {
  const found = IMPORT_KINDS.find((kind) => kind === text);
  if (found !== undefined) return found;
  throw new Plain(`--kind "${text}": must be among ${IMPORT_KINDS.join(', ')}.`);
}

async function readMapping(given: Given, kind: ImportKind): Promise<Mapping | undefined> {
  const [name, file] = [given.one('preset'), given.one('mapping')];
  if (name !== undefined && file !== undefined) {
    throw new Plain('--preset and --mapping exclude each other: give one of them.');
  }
  if (file !== undefined) return parse(mappingBody, await readJsonFile(file));
  if (name === undefined) return undefined;
  const preset = findPreset(name);
  if (preset?.kind === kind) return preset.mapping;
  const fault = preset === null ? 'there is no such preset' : `it is for ${preset.kind}`;
  throw new Plain(`--preset "${name}": ${fault}.`);
}

/** Without a mapping the columns must say what they are, as on the page's first suggestion. */
async function guessMapping(
  path: string,
  kind: ImportKind,
  org: { currency: string },
): Promise<Mapping> {
  const { mapping, missing } = suggestMapping(await sniffFile(path, {}), kind, org);
  if (missing.length === 0) {
    process.stderr.write(tellMapping(path, mapping));
    return mapping;
  }
  throw new Plain(`No column of ${path} was found for ${missing.join(', ')}: give a --mapping.`);
}
