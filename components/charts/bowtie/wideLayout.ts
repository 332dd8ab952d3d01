/** Pixels down, percent across: the figure fits any width without measuring it. */
export const HEAD = 98;
export const BODY = 268;
export const BODY_TOP = HEAD + 8;
export const MIDDLE = BODY_TOP + BODY / 2;
export const CARD_TOP = BODY_TOP + BODY + 18;
export const CARD = 98;
export const FOOT_TOP = CARD_TOP + CARD + 26;
export const HEIGHT = FOOT_TOP + 28;

/** Part of the width that the shape takes; the rest names the movements. */
const SPAN = 86;
const START = 0.25;

export function across(along: number): number {
  return START + along * SPAN;
}

export function percent(along: number): string {
  return `${across(along).toFixed(3)}%`;
}

/** The body is drawn in a box of 1000 units that stretches with the page. */
export const BOX = 1000;

export function boxed(along: number): number {
  return (across(along) / 100) * BOX;
}
