/** On a phone the bowtie stands upright: the flow in the left part, its words beside it. */
export const TOP = 34;
export const STEP = 152;
/** Width of the flow's part in percent, and where the words begin. */
export const FLOW = 40;
export const WORDS = 44;
export const CARD_GAP = 42;
export const CARD = 78;
export const FOOT = 106;

export function down(along: number, units: number): number {
  return TOP + along * units * STEP;
}
