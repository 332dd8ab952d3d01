/** The one pattern for "implied". */
export function Hatch({ id }: { id: string }) {
  return (
    <pattern
      id={id}
      width={5}
      height={5}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width={5} height={5} className="fill-acq-50" />
      <line y2={5} strokeWidth={2.6} className="stroke-acq-400" />
    </pattern>
  );
}
