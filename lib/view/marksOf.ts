import type { BowtieShape } from './bowtieShape.ts';
import type { BowtieView } from './prepareBowtie.ts';

/** Which marks a drawing uses: only these need a key. */
export function marksOf(view: BowtieView, shape: BowtieShape) {
  return {
    implied: view.stages.some(({ implied }) => implied > 0),
    matures: shape.flows.some(({ matures }) => matures !== null),
    behind: view.handOffs.some(({ change }) => change?.behind),
  };
}
