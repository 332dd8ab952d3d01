import type { Clock } from '#lib/contract/vocabulary.ts';

/** Pixels down, percent across: the figure fits any width without measuring it. */
export const HEAD = 98;
export const BODY = 268;
export const BODY_TOP = HEAD + 8;
export const MIDDLE = BODY_TOP + BODY / 2;
export const CARD_TOP = BODY_TOP + BODY + 22;

/** A cohort's card has four lines, a flow's two, a stock has none. */
const CARD = { cohort: 98, period: 58, snapshot: 0 };
const FOOT = 28;

export function cardHeight(clock: Clock): number {
  return CARD[clock];
}

export function footTop(clock: Clock): number {
  return CARD_TOP + CARD[clock] + (clock === 'snapshot' ? 4 : 26);
}

export function figureHeight(clock: Clock): number {
  return footTop(clock) + FOOT;
}

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
