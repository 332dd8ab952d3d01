import { area, curveBumpX, curveBumpY } from 'd3-shape';

/** A cut across the flow: its place along, its centre and its size across. */
export type Cut = { at: number; centre: number; size: number };

/** The outline of a flow that runs to the right. */
export function flowRight(cuts: readonly Cut[]): string {
  const shape = area<Cut>()
    .x((cut) => cut.at)
    .y0((cut) => cut.centre - cut.size / 2)
    .y1((cut) => cut.centre + cut.size / 2)
    .curve(curveBumpX);
  return shape([...cuts]) ?? '';
}

/** The outline of a flow that runs downwards. */
export function flowDown(cuts: readonly Cut[]): string {
  const shape = area<Cut>()
    .y((cut) => cut.at)
    .x0((cut) => cut.centre - cut.size / 2)
    .x1((cut) => cut.centre + cut.size / 2)
    .curve(curveBumpY);
  return shape([...cuts]) ?? '';
}
