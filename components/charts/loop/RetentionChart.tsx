'use client';
import { useTranslations } from 'next-intl';
import { Line, ReferenceLine, Tooltip } from 'recharts';
import type { LoopTrailing } from '#lib/contract/loop.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { ChartKey, LineSample } from '../ChartKey.tsx';
import type { Flagged } from '../notes/flagged.ts';
import { TimeChart } from '../TimeChart.tsx';

type Props = {
  points: readonly LoopTrailing[];
  name: (at: string) => string;
  flags: readonly Flagged[];
  format: Format;
};

const LINES = [
  { key: 'nrr', label: 'nrr', color: 'var(--loop-600)', dash: '' },
  { key: 'grr', label: 'grr', color: 'var(--loop-400)', dash: '' },
  { key: 'logo_retention', label: 'logos', color: 'var(--ink-3)', dash: '5 4' },
] as const;

/** Three retentions of the same customers on one scale; 100 % is where nothing is lost or won. */
export function RetentionChart({ points, name, flags, format }: Props) {
  const t = useTranslations('loop');
  return (
    <>
      <ChartKey
        items={LINES.map(({ label, color, dash }) => ({
          label: t(`figures.${label}`),
          sample: <LineSample color={color} dash={dash} />,
        }))}
      />
      <TimeChart
        dots={points}
        at="at"
        name={name}
        label={t('retention.label')}
        height={270}
        domain={[lowest, highest]}
        format={format}
        flags={flags}
      >
        <ReferenceLine y={1} stroke="var(--line-control)" strokeDasharray="2 3" />
        <Tooltip
          content={({ active, payload }) => (
            <Tip point={active ? payload?.[0]?.payload : null} format={format} name={name} />
          )}
          cursor={{ stroke: 'var(--line-strong)' }}
          isAnimationActive={false}
        />
        {LINES.map(({ key, color, dash }) => (
          <Line
            key={key}
            dataKey={key}
            stroke={color}
            strokeWidth={2}
            strokeDasharray={dash}
            dot={{ r: 2.5, fill: color, stroke: color, strokeDasharray: '0' }}
            activeDot={{ r: 4.5, fill: color, stroke: 'var(--surface)' }}
            isAnimationActive={false}
          />
        ))}
      </TimeChart>
    </>
  );
}

const STEP = 0.1;

function lowest(least: number): number {
  return Math.max(0, Math.floor(Math.min(1, least) / STEP - 0.5) * STEP);
}

function highest(most: number): number {
  return Math.ceil(Math.max(1, most) / STEP + 0.2) * STEP;
}

type TipProps = { point: LoopTrailing | null; name: (at: string) => string; format: Format };

function Tip({ point, name, format }: TipProps) {
  const t = useTranslations('loop');
  if (!point) return null;
  return (
    <div className="rounded-lg border border-line bg-surface px-3 py-2 text-sm shadow-pop">
      <p className="text-xs text-ink-2">{name(point.at)}</p>
      {LINES.map(({ key, label }) => (
        <p key={key} className="flex justify-between gap-6">
          <span className="text-ink-2">{t(`figures.${label}`)}</span>
          <b className="font-semibold">{format.percent(point[key])}</b>
        </p>
      ))}
      <p className="mt-1 text-xs text-ink-2">
        {t('figures.baseOf', {
          amount: format.shortMoney(point.base_arr),
          n: point.base_customers,
        })}
      </p>
    </div>
  );
}
