import { AMOUNTS } from './amounts.ts';
import { DATES } from './dates.ts';
import { ENCODINGS } from './encodings.ts';
import { LINES } from './lines.ts';
import { ODD_FILES } from './oddFiles.ts';
import { OTHERS } from './others.ts';
import { PACKED } from './packed.ts';
import { SHAPES } from './shapes.ts';
import { SPECTRUM } from './spectrum.ts';
import { TEXTS } from './texts.ts';
import type { TortureCase } from './tortureCase.ts';
import { WRONG_FILES } from './wrongFiles.ts';
import { ZONES } from './zones.ts';

/** Every file that ever broke a reader, or might, by what is odd about it. */
export const CORPUS: Record<string, readonly TortureCase[]> = {
  'odd files': ODD_FILES,
  'wrong files': WRONG_FILES,
  encodings: ENCODINGS,
  'lines and quotes': LINES,
  'shapes and separators': SHAPES,
  'packed files': PACKED,
  amounts: AMOUNTS,
  dates: DATES,
  'changes of clocks': ZONES,
  texts: TEXTS,
  'csv-spectrum': SPECTRUM,
  'contracts, accounts and wide files': OTHERS,
};
