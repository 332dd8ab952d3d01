import type { BowtieShape } from '#lib/view/bowtieShape.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { BowtieView } from '#lib/view/prepareBowtie.ts';

/** What the reader points at: a stage (`mql`) or a hand-off (`mql>sql`). */
export type Pick = (id: string) => void;
export type AskExplain = (id: string, anchor: Element) => void;

export type FigureProps = {
  view: BowtieView;
  shape: BowtieShape;
  format: Format;
  /** What flows back into the loop, in words; null draws no arrow. */
  back: string | null;
  onOpen: Pick;
  onExplain: AskExplain;
};
