'use client';
import { useTranslations } from 'next-intl';
import { Legend, Line, Tooltip } from 'recharts';
import type { Format } from '#lib/view/createFormat.ts';
import type { AgesDot } from '#lib/view/stages/agesRows.ts';
import type { Flagged } from '../notes/Flag.tsx';
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
  return (
    <TimeChart dots={dots} at="from" name={name} label={label} format={format} flags={flags}>
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--line-strong)' }}
        contentStyle={{ background: 'var(--surface)', borderColor: 'var(--line)' }}
        labelFormatter={(from) => name(String(from))}
        formatter={(rate) => format.percent(Number(rate))}
      />
      <Legend
        itemSorter={null}
        formatter={(said) => <span className="text-sm text-ink-2">{said}</span>}
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
    </TimeChart>
  );
}
