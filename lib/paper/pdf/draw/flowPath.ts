/** A cut across a flow that runs to the right: its place, its centre and its size. */
export type Cut = { at: number; centre: number; size: number };

/** The outline of a flow through its cuts: the same bumps as on the page. */
export function flowPath(cuts: readonly Cut[]): string {
  const top = cuts.map(({ at, centre, size }): Point => [at, centre + size / 2]);
  const bottom = cuts.map(({ at, centre, size }): Point => [at, centre - size / 2]).reverse();
  return `M${top[0]?.join(',')}${bumps(top)}L${bottom[0]?.join(',')}${bumps(bottom)}Z`;
}

type Point = [x: number, y: number];

function bumps(points: readonly Point[]): string {
  return points
    .slice(1)
    .map(([x, y], i) => {
      const [x0, y0] = points[i] ?? [x, y];
      const middle = (x0 + x) / 2;
      return `C${middle},${y0},${middle},${y},${x},${y}`;
    })
    .join('');
}
