'use client';
import { Slider as Base } from '@base-ui/react/slider';

type Props = {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** What a screen reader says of the value. */
  valueText: string;
  onChange: (value: number) => void;
  /** Told when it is let go. */
  onCommit?: () => void;
};

/** One number on a scale. */
export function Slider(props: Props) {
  const { label, value, min, max, step, valueText, onChange, onCommit } = props;
  return (
    <Base.Root
      value={Math.min(max, Math.max(min, value))}
      min={min}
      max={max}
      step={step}
      onValueChange={(next) => onChange(Array.isArray(next) ? (next[0] ?? value) : next)}
      {...(onCommit ? { onValueCommitted: () => onCommit() } : {})}
    >
      <Base.Control className="flex h-6 w-full touch-none items-center select-none">
        <Base.Track className="h-1 w-full rounded-full bg-line-strong">
          <Base.Indicator className="rounded-full bg-acq-400" />
          <Base.Thumb
            aria-label={label}
            getAriaValueText={() => valueText}
            className="size-4 rounded-full border border-line-control bg-surface shadow-sm outline-offset-2"
          />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  );
}
