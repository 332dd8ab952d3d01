/**
 * The shares after one of them was moved: the others give or take in their proportion, and all
 * still sum to 1.
 */
export function moveShare(shares: readonly number[], at: number, to: number): number[] {
  const share = Math.min(1, Math.max(0, to));
  const others = shares.reduce((sum, one, i) => (i === at ? sum : sum + one), 0);
  const alone = shares.length === 1;
  return shares.map((one, i) => {
    if (i === at) return alone ? 1 : share;
    return others > 0 ? (one / others) * (1 - share) : (1 - share) / (shares.length - 1);
  });
}
