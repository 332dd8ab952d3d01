import { parseArgs } from 'node:util';
import { Plain } from '../say.ts';

export const SIZES = { '100k': 100_000, '1m': 1_000_000, '10m': 10_000_000 } as const;
export type Size = keyof typeof SIZES;
export const MEASURES = ['import', 'bowtie', 'loop', 'posts', 'users', 'plan'] as const;
export type Measure = (typeof MEASURES)[number];

export type BenchOptions = { sizes: Size[]; measures: Measure[] };

const isSize = (text: string): text is Size => Object.hasOwn(SIZES, text);
const isMeasure = (text: string): text is Measure => MEASURES.some((name) => name === text);

/** Both default sizes in one run; `--size` names another, `--only` one measure. */
export function readOptions(words: readonly string[]): BenchOptions {
  const options = { size: { type: 'string' }, only: { type: 'string' } } as const;
  let values: { size?: string; only?: string };
  try {
    values = parseArgs({ args: [...words], options, strict: true }).values;
  } catch (error) {
    throw new Plain(`${(error as Error).message}. Say: npm run bench -- --size 100k --only bowtie`);
  }
  const { size, only } = values;
  const sizes = size?.split(',') ?? ['100k', '1m'];
  if (!sizes.every(isSize)) {
    const known = Object.keys(SIZES).join(', ');
    throw new Plain(`--size must be of ${known}, several with a comma between, not "${size}".`);
  }
  if (only !== undefined && !isMeasure(only)) {
    throw new Plain(`--only must be one of ${MEASURES.join(', ')}, not "${only}".`);
  }
  return {
    sizes,
    measures: only === undefined ? [...MEASURES] : [only],
  };
}
