'use client';
import type { ComponentProps, ReactNode } from 'react';
import {
  CartesianGrid,
  LineChart,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import type { Format } from '#lib/view/createFormat.ts';
import { ACROSS, MARGIN, UPWARDS } from './chartAxes.ts';
import { FLAG_ROOM, type Flagged } from './notes/flagged.ts';
import { LazyFlag } from './notes/LazyFlag.tsx';

type Props<D extends object> = {
  dots: readonly D[];
  /** The day by which a point stands on the axis, and how it is said. */
  at: keyof D & string;
  name: (day: string) => string;
  label: string;
  height?: number;
  /** How a value is said on the axis; else as a rate. */
  tick?: (value: number) => string;
  /** For those words. */
  room?: number;
  domain?: NonNullable<ComponentProps<typeof YAxis>['domain']>;
  format: Format;
  flags: readonly Flagged[];
  /** Lines and the words on hover. */
  children: ReactNode;
};

/** Values over time, with what happened then; the frame of every chart of this kind. */
export function TimeChart<D extends object>(props: Props<D>) {
  const { dots, at, name, label, height = 280, domain = [0, 'auto'], format, flags } = props;
  const { tick = format.wholePercent, room = UPWARDS.width } = props;
  const day = (slot: number) => String(dots[slot]?.[at] ?? '');
  const top = flags.length > 0 ? FLAG_ROOM : MARGIN.top;
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 1200, height }}>
      <LineChart data={[...dots]} margin={{ ...MARGIN, top }} accessibilityLayer title={label}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey={String(at)} tickFormatter={name} {...ACROSS} />
        <YAxis
          tickFormatter={(value: number) => tick(value)}
          domain={domain}
          {...UPWARDS}
          width={room}
        />
        {flags.map(({ slot, last }) => {
          if (last === slot) return null;
          const ends = { x1: day(slot), x2: day(last) };
          return <ReferenceArea key={slot} {...ends} fill="var(--note-200)" fillOpacity={0.35} />;
        })}
        {props.children}
        {flags.map((flag) => (
          <ReferenceLine
            key={flag.slot}
            x={day(flag.slot)}
            stroke="none"
            label={({ viewBox }) => (
              <LazyFlag flag={flag} x={viewBox.x} bottom={viewBox.y + viewBox.height} />
            )}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
