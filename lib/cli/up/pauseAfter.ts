/** How long to wait before the next start after faults in a row: 0.5 s, doubled, to 30 s. */
export function pauseAfter(faults: number): number {
  return Math.min(30_000, 500 * 2 ** Math.min(faults - 1, 10));
}
