/**
 * Moves labels apart that would lie on each other: in order, at least `gap` between neighbours,
 * inside [low, high] where that is possible, each as near to its own place as the others allow.
 */
export function spreadLabels(
  places: readonly number[],
  gap: number,
  [low, high]: readonly [number, number],
): number[] {
  const spread: number[] = [];
  for (const place of places) {
    const least = spread.length === 0 ? low : (spread.at(-1) ?? low) + gap;
    spread.push(Math.max(place, least));
  }
  for (let index = spread.length - 1, most = high; index >= 0; index -= 1) {
    const place = Math.min(spread[index] ?? most, most);
    spread[index] = place;
    most = place - gap;
  }
  return spread;
}
