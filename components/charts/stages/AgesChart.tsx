'use client';
import { useTranslations } from 'next-intl';
import {
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { Format } from '#lib/view/createFormat.ts';
import type { AgesDot } from '#lib/view/stages/agesRows.ts';

type Props = { ages: readonly number[]; dots: readonly AgesDot[]; label: string; format: Format };

const TICK = { fill: 'var(--ink-3)', fontSize: 12 };
/** Young ages are light, old ones dark; each has its own dash, for those who see no hue. */
const STROKES = ['var(--acq-300)', 'var(--acq-400)', 'var(--acq-600)', 'var(--ink)'];
const DASHES = ['2 3', '6 3', '10 2', '0'];

/** One line per age over the cohorts: a change at one date bends all of them there. */
export function AgesChart({ ages, dots, label, format }: Props) {
  const t = useTranslations('stages.ages');
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
          tickFormatter={(from: string) => format.month(from)}
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
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--line-strong)' }}
          contentStyle={{ background: 'var(--surface)', borderColor: 'var(--line)' }}
          labelFormatter={(from) => format.month(String(from))}
          formatter={(rate) => format.percent(Number(rate))}
        />
        <Legend
          itemSorter={null}
          formatter={(name) => <span className="text-sm text-ink-2">{name}</span>}
        />
        {ages.map((days, i) => (
          <Line
            key={days}
            dataKey={`d${days}`}
            name={t('by', { days })}
            stroke={STROKES[i] ?? 'var(--ink)'}
            strokeDasharray={DASHES[i] ?? '0'}
            strokeWidth={2}
            dot={{ r: 2.5 }}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
