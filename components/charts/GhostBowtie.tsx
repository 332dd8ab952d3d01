import { flowRight } from './bowtie/paths.ts';

const LEFT = [
  [0, 1],
  [110, 0.62],
  [220, 0.3],
].map(([at = 0, size = 0]) => ({ at, size }));
const RIGHT = [
  [220, 0.3],
  [320, 0.55],
  [440, 0.92],
].map(([at = 0, size = 0]) => ({ at, size }));

/** The outline of what will be drawn here once there is data. */
export function GhostBowtie({ className }: { className?: string }) {
  const outline = (cuts: typeof LEFT) =>
    flowRight(cuts.map(({ at, size }) => ({ at: at + 1, centre: 66, size: size * 120 })));
  return (
    <svg aria-hidden="true" viewBox="0 0 442 132" className={className}>
      <path d={outline(LEFT)} strokeDasharray="2 4" className="fill-acq-50 stroke-acq-300" />
      <path d={outline(RIGHT)} strokeDasharray="2 4" className="fill-loop-50 stroke-loop-300" />
      <line x1={221} x2={221} y1={46} y2={86} strokeWidth={3} className="stroke-knot" />
    </svg>
  );
}
