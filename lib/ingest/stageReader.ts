import { type Stage, TIE_ORDER } from '#lib/bowtie/stages.ts';
import type { StageMap } from '#lib/store/stageMaps.ts';

const OWN: ReadonlyMap<string, Stage> = new Map(TIE_ORDER.map((stage) => [stage, stage]));

/**
 * Stage names to stages: the first map that knows the name, else the semantic key itself; blanks
 * around a name count only where a map has them.
 */
export function stageReader(...maps: StageMap[]): (written: string) => Stage | null | undefined {
  const lookUp = (name: string) => {
    for (const map of maps) if (Object.hasOwn(map, name)) return map[name];
    return OWN.get(name);
  };
  return (written) => {
    const found = lookUp(written);
    return found === undefined ? lookUp(written.trim()) : found;
  };
}
