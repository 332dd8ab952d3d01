'use client';
import { Slider as Base } from '@base-ui/react/slider';
import { useState } from 'react';
import { moveShare } from '#lib/view/plan/moveShare.ts';
import { useHeld } from './useHeld.ts';

export type Bar = { key: string; name: string; short: string; share: number };

type Props = {
  label: string;
  bars: readonly Bar[];
  /** As measured: what a bar falls back to, and what sets the scale. */
  usual: readonly number[];
  percent: (share: number) => string;
  onChange: (shares: number[]) => void;
};

const STEP = 0.005;
const BIG_STEP = 0.02;

/** Shares of a whole as bars that are dragged or moved by the arrow keys; the sum stays 1. */
export function ShareBars({ label, bars, usual, percent, onChange }: Props) {
  const [first] = useState(() => roomFor(usual));
  const scale = Math.max(first, stepAbove(bars.map(({ share }) => share)));
  const { take, release } = useHeld(bars.map(({ share }) => share));
  const move = (at: number, to: number) => onChange(moveShare(take(), at, to, usual));
  return (
    <fieldset className="min-w-0 overflow-x-auto pb-1">
      <legend className="sr-only">{label}</legend>
      <div className="flex gap-px">
        {bars.map(({ key, name, short, share }, at) => (
          <div key={key} className="grid min-w-5 flex-1 justify-items-center gap-0.5">
            <span className="text-[0.625rem] leading-none text-ink-2 tabular-nums">
              {Math.round(share * 100)}
            </span>
            <Base.Root
              orientation="vertical"
              value={Math.min(scale, share)}
              min={0}
              max={scale}
              step={STEP}
              largeStep={BIG_STEP}
              onValueChange={(next) => move(at, Array.isArray(next) ? (next[0] ?? 0) : next)}
              onValueCommitted={release}
            >
              <Base.Control className="flex h-20 w-5 touch-none justify-center select-none">
                <Base.Track className="h-full w-4 rounded-sm bg-sunken">
                  <Base.Indicator className="rounded-sm bg-acq-400" />
                  <Base.Thumb
                    aria-label={name}
                    getAriaValueText={() => percent(share)}
                    className="h-1.5 w-4.5 rounded-full border border-line-control bg-surface outline-offset-2"
                  />
                </Base.Track>
              </Base.Control>
            </Base.Root>
            <span aria-hidden className="text-[0.625rem] leading-none text-ink-3">
              {short}
            </span>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** Room to double the largest; fixed, so that no bar moves by itself while one is dragged. */
function roomFor(shares: readonly number[]): number {
  return stepAbove(shares.map((share) => Math.min(1, Math.max(0.1, share) * 2)));
}

function stepAbove(shares: readonly number[]): number {
  return Math.ceil(Math.max(0, ...shares) * 20 - 1e-9) / 20;
}
