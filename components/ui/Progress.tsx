'use client';
import { Progress as Base } from '@base-ui/react/progress';

type Props = {
  label: string /** 0..1, or null while the end is not known. */;
  value: number | null;
};

export function Progress({ label, value }: Props) {
  return (
    <Base.Root value={value} min={0} max={1} aria-label={label}>
      <Base.Track className="h-2 w-full overflow-hidden rounded-full bg-sunken">
        <Base.Indicator className="h-full rounded-full bg-acq-400 transition-[width] data-indeterminate:w-1/3 data-indeterminate:animate-pulse" />
      </Base.Track>
    </Base.Root>
  );
}
