'use client';
import { useTranslations } from 'next-intl';
import { Line, Tooltip } from 'recharts';
import type { Format } from '#lib/view/createFormat.ts';
import type { AgesDot } from '#lib/view/stages/agesRows.ts';
import { ChartKey, LineSample } from '../ChartKey.tsx';
import type { Flagged } from '../notes/flagged.ts';
import { TimeChart } from '../TimeChart.tsx';

type Props = {
  ages: readonly number[];
  dots: readonly AgesDot[];
  flags: readonly Flagged[];
  label: string;
  format: Format;
};

/** Young ages are light, old ones dark; each has its own dash, for those who see no hue. */
const STROKES = ['var(--acq-300)', 'var(--acq-400)', 'var(--acq-600)', 'var(--ink)'];
const DASHES = ['2 3', '6 3', '10 2', '0'];

/** One line per age over the cohorts: a change at one date bends all of them there. */
export function AgesChart({ ages, dots, flags, label, format }: Props) {
  const t = useTranslations('stages.ages');
  const name = (from: string) => format.month(from);
  const lines = ages.map((days, i) => ({
    days,
    label: t('by', { days }),
    color: STROKES[i] ?? 'var(--ink)',
    dash: DASHES[i] ?? '0',
  }));
  return (
    <>
      <ChartKey
        items={lines.map(({ label, color, dash }) => ({
          label,
          sample: <LineSample color={color} dash={dash} />,
        }))}
      />
      <TimeChart
        dots={dots}
        at="from"
        name={name}
        label={label}
        height={256}
        format={format}
        flags={flags}
      >
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--line-strong)' }}
          contentStyle={{ background: 'var(--surface)', borderColor: 'var(--line)' }}
          labelFormatter={(from) => name(String(from))}
          formatter={(rate) => format.percent(Number(rate))}
        />
        {lines.map(({ days, label: said, color, dash }) => (
          <Line
            key={days}
            dataKey={`d${days}`}
            name={said}
            stroke={color}
            strokeDasharray={dash}
            strokeWidth={2}
            dot={{ r: 2.5 }}
            isAnimationActive={false}
          />
        ))}
      </TimeChart>
    </>
  );
}
