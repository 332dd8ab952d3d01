import { type Stage, TIE_ORDER } from '#lib/bowtie/stages.ts';
import type { StageMap } from '#lib/store/stageMaps.ts';

const OWN: ReadonlyMap<string, Stage> = new Map(TIE_ORDER.map((stage) => [stage, stage]));

/** Stage names to stages: the first map that knows the name, else the semantic key itself. */
export function stageReader(...maps: StageMap[]): (written: string) => Stage | null | undefined {
  return (written) => {
    for (const map of maps) if (Object.hasOwn(map, written)) return map[written];
    return OWN.get(written);
  };
}
