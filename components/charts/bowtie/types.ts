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
  onOpen: Pick;
  onExplain: AskExplain;
};
