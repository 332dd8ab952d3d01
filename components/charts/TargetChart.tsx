'use client';
import { useTranslations } from 'next-intl';
import { Line, Tooltip } from 'recharts';
import type { Format } from '#lib/view/createFormat.ts';
import type { TargetDot } from '#lib/view/prepareTargets.ts';
import { ChartKey, LineSample } from './ChartKey.tsx';
import { UPWARDS } from './chartAxes.ts';
import type { Flagged } from './notes/flagged.ts';
import { TimeChart } from './TimeChart.tsx';

const ACTUAL = 'var(--acq-600)';
const PLAN = 'var(--ink-2)';
const DASH = '5 4';
const DIAMOND = 'M0-5.5 5.5 0 0 5.5-5.5 0Z';

type Props = {
  dots: readonly TargetDot[];
  kind: 'entries' | 'arr' | 'nrr';
  grain: 'week' | 'month';
  flags: readonly Flagged[];
  say: (value: number | null) => string;
  format: Format;
  label: string;
};

/** What came as a line, the plan dashed beside it, and what it asks by now as a diamond. */
export function TargetChart({ dots, kind, grain, flags, say, format, label }: Props) {
  const t = useTranslations('track.trend');
  const name = (from: string) => (grain === 'month' ? format.month(from) : format.day(from));
  const first = dots.findIndex((dot) => dot.line !== null);
  const tick = kind === 'nrr' ? format.wholePercent : say;
  return (
    <>
      <Key dots={dots} />
      <TimeChart
        {...{ dots, name, label, format, flags, tick }}
        at="from"
        room={kind === 'arr' ? 72 : UPWARDS.width}
        domain={kind === 'entries' ? [0, 'auto'] : ['auto', 'auto']}
      >
        <Tooltip
          content={({ active, payload }) => (
            <TargetTip dot={active ? payload?.[0]?.payload : null} name={name} say={say} />
          )}
          cursor={{ stroke: 'var(--line-strong)' }}
          isAnimationActive={false}
        />
        <Line
          dataKey="line"
          stroke={PLAN}
          strokeWidth={1.5}
          strokeDasharray={DASH}
          dot={false}
          activeDot={{ r: 3, fill: PLAN, stroke: 'var(--surface)' }}
          isAnimationActive={false}
          label={({ x, y, index }) =>
            index === first ? (
              <text x={x} y={Number(y) + aside(Number(y))} fill={PLAN} fontSize={12}>
                {t('plan')}
              </text>
            ) : (
              <g />
            )
          }
        />
        <Line
          dataKey="soFar"
          stroke={ACTUAL}
          strokeWidth={1.75}
          strokeDasharray="1.5 4.5"
          strokeLinecap="round"
          dot={{ r: 3, fill: 'var(--surface)', stroke: ACTUAL, strokeDasharray: '0' }}
          activeDot={{ r: 4, fill: 'var(--surface)', stroke: ACTUAL }}
          isAnimationActive={false}
        />
        <Line
          dataKey="solid"
          stroke={ACTUAL}
          strokeWidth={2}
          dot={{ r: 3, fill: ACTUAL, stroke: ACTUAL }}
          activeDot={{ r: 4.5, fill: ACTUAL, stroke: 'var(--surface)' }}
          isAnimationActive={false}
        />
        <Line
          dataKey="expected"
          stroke="none"
          dot={({ cx, cy, index }) => (
            <Diamond key={index} at={dots[index]?.expected === null ? null : { x: cx, y: cy }} />
          )}
          activeDot={false}
          isAnimationActive={false}
        />
      </TimeChart>
    </>
  );
}

/** Hollow, so that the value near it is seen. */
function Diamond({ at }: { at: { x?: number | undefined; y?: number | undefined } | null }) {
  if (at === null) return <g />;
  const transform = `translate(${at.x} ${at.y})`;
  return (
    <path d={DIAMOND} transform={transform} fill="var(--surface)" stroke={PLAN} strokeWidth={1.5} />
  );
}

/** Above its line, or below where the drawing ends above. */
function aside(y: number): number {
  return y < 32 ? 18 : -9;
}

function Key({ dots }: { dots: readonly TargetDot[] }) {
  const t = useTranslations('track.trend');
  const diamond = (
    <svg aria-hidden="true" width={13} height={13} viewBox="-6.5 -6.5 13 13">
      <path d={DIAMOND} fill="none" stroke={PLAN} strokeWidth={1.5} />
    </svg>
  );
  const planned = dots.some(({ line }) => line !== null);
  const running = dots.some(({ expected }) => expected !== null);
  return (
    <ChartKey
      items={[
        { label: t('actual'), sample: <LineSample color={ACTUAL} /> },
        ...(planned ? [{ label: t('plan'), sample: <LineSample color={PLAN} dash={DASH} /> }] : []),
        ...(running ? [{ label: t('expected'), sample: diamond }] : []),
      ]}
    />
  );
}

type TipProps = {
  dot: TargetDot | null;
  name: (from: string) => string;
  say: (value: number | null) => string;
};

function TargetTip({ dot, name, say }: TipProps) {
  const t = useTranslations('track.trend');
  if (!dot) return null;
  const soFar = dot.value !== null && !dot.complete ? ` ${t('soFar')}` : '';
  const rows = [
    [t('plan'), dot.target],
    [t('expected'), dot.expected],
  ] as const;
  return (
    <div className="rounded-lg border border-line bg-surface px-3 py-2 text-sm shadow-pop">
      <p className="text-xs text-ink-2">{name(dot.from)}</p>
      <p className="text-lg font-semibold">
        {say(dot.value)}
        <span className="text-sm font-normal text-ink-2">{soFar}</span>
      </p>
      {rows.map(([label, value]) =>
        value === null ? null : (
          <p key={label} className="text-xs text-ink-2">
            {label}: {say(value)}
          </p>
        ),
      )}
    </div>
  );
}
