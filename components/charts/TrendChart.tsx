'use client';
import { useTranslations } from 'next-intl';
import { ErrorBar, Line, ReferenceArea, Tooltip } from 'recharts';
import type { Format } from '#lib/view/createFormat.ts';
import type { TrendDot } from '#lib/view/prepareTrend.ts';
import type { Flagged } from './notes/flagged.ts';
import { TimeChart } from './TimeChart.tsx';

type Props = {
  dots: readonly TrendDot[];
  grain: 'week' | 'month';
  flags: readonly Flagged[];
  format: Format;
  label: string;
};

/** Straight lines between ripe points, dots where the answer is still an estimate. */
export function TrendChart({ dots, grain, flags, format, label }: Props) {
  const t = useTranslations('home.trend');
  const young = dots.filter(({ tooYoung }) => tooYoung);
  const name = (from: string) => (grain === 'month' ? format.month(from) : format.day(from));
  return (
    <TimeChart dots={dots} at="from" name={name} label={label} format={format} flags={flags}>
      {young[0] && (
        <ReferenceArea
          x1={young[0].from}
          x2={young.at(-1)?.from ?? young[0].from}
          fill="var(--sunken)"
          fillOpacity={0.8}
          label={{
            value: t('tooYoung'),
            position: 'insideTopRight',
            fontSize: 12,
            fill: 'var(--ink-3)',
          }}
        />
      )}
      <Tooltip
        content={({ active, payload }) => (
          <TrendTip dot={active ? payload?.[0]?.payload : null} name={name} format={format} />
        )}
        cursor={{ stroke: 'var(--line-strong)' }}
        isAnimationActive={false}
      />
      <Line
        dataKey="dotted"
        stroke="var(--acq-600)"
        strokeWidth={1.75}
        strokeDasharray="1.5 4.5"
        strokeLinecap="round"
        dot={{ r: 3, fill: 'var(--surface)', stroke: 'var(--acq-600)', strokeDasharray: '0' }}
        activeDot={{ r: 4, fill: 'var(--surface)', stroke: 'var(--acq-600)' }}
        isAnimationActive={false}
      />
      <Line
        dataKey="solid"
        stroke="var(--acq-600)"
        strokeWidth={2}
        dot={{ r: 3, fill: 'var(--acq-600)', stroke: 'var(--acq-600)' }}
        activeDot={{ r: 4.5, fill: 'var(--acq-600)', stroke: 'var(--surface)' }}
        isAnimationActive={false}
      >
        <ErrorBar dataKey="reach" width={5} strokeWidth={1} stroke="var(--acq-300)" />
      </Line>
    </TimeChart>
  );
}

type TipProps = { dot: TrendDot | null; name: (from: string) => string; format: Format };

function TrendTip({ dot, name, format }: TipProps) {
  const t = useTranslations('home.trend');
  if (!dot) return null;
  const rate = dot.complete ? dot.solid : dot.tooYoung ? null : (dot.matured ?? null);
  return (
    <div className="rounded-lg border border-line bg-surface px-3 py-2 text-sm shadow-pop">
      <p className="text-xs text-ink-2">{name(dot.from)}</p>
      <p className="text-lg font-semibold">
        {format.percent(rate)}
        {dot.interval && (
          <span className="ml-1.5 text-sm font-normal">{format.interval(dot.interval)}</span>
        )}
      </p>
      <p className="text-xs text-ink-2">
        {t('of', { n: format.count(dot.base ?? 0), m: format.count(dot.advanced ?? 0) })}
        {' · '}
        {t(dot.complete ? 'ripe' : dot.tooYoung ? 'tooYoung' : 'unripe')}
      </p>
    </div>
  );
}
