/** The bowtie itself: funnel, knot, loop. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 28 18" className={className}>
      <path d="M1 1.5 13 8v2L1 16.5z" className="fill-acq-600" />
      <path d="M27 1.5 15 8v2l12 6.5z" className="fill-loop-400" />
      <path d="M13 6.75h2v4.5h-2z" className="fill-knot" />
    </svg>
  );
}
