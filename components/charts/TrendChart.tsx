'use client';
import { useTranslations } from 'next-intl';
import {
  CartesianGrid,
  ErrorBar,
  Line,
  LineChart,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { Format } from '#lib/view/createFormat.ts';
import type { TrendDot } from '#lib/view/prepareTrend.ts';

type Props = { dots: readonly TrendDot[]; grain: 'week' | 'month'; format: Format; label: string };

const TICK = { fill: 'var(--ink-3)', fontSize: 12 };

/** Straight lines between ripe points, dots where the answer is still an estimate. */
export function TrendChart({ dots, grain, format, label }: Props) {
  const t = useTranslations('home.trend');
  const young = dots.filter(({ tooYoung }) => tooYoung);
  const name = (from: string) => (grain === 'month' ? format.month(from) : format.day(from));
  return (
    <ResponsiveContainer width="100%" height={280} initialDimension={{ width: 1200, height: 280 }}>
      <LineChart
        data={[...dots]}
        margin={{ top: 12, right: 16, bottom: 4, left: 0 }}
        accessibilityLayer
        title={label}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="from"
          tickFormatter={name}
          tick={TICK}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          minTickGap={28}
        />
        <YAxis
          tickFormatter={(rate: number) => format.wholePercent(rate)}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          width={52}
          domain={[0, 'auto']}
        />
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
      </LineChart>
    </ResponsiveContainer>
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
