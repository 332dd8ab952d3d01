'use client';
import { useTranslations } from 'next-intl';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { StayAnswer } from '#lib/contract/stages.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { AreaSample, ChartKey } from '../ChartKey.tsx';
import { ACROSS, MARGIN, UPWARDS } from '../chartAxes.ts';

type Bin = StayAnswer['data']['bins'][number];
type Props = {
  bins: readonly Bin[];
  label: string;
  format: Format;
  onOpen: (bin: Bin, outcome: (typeof OUTCOMES)[number]) => void;
};

const FILLS = {
  advanced: 'var(--acq-400)',
  lost: 'var(--warn-200)',
  no_decision: 'var(--line-control)',
} as const;
const OUTCOMES = ['advanced', 'lost', 'no_decision'] as const;

/** Stays by their length; the last bar holds all that are longer. A bar opens its records. */
export function StayChart({ bins, label, format, onOpen }: Props) {
  const t = useTranslations();
  const data = bins.map((bin) => ({
    ...bin,
    name:
      bin.to === null
        ? t('stages.stay.more', { from: format.days(bin.from) })
        : t('stages.stay.range', { from: format.days(bin.from), to: format.days(bin.to) }),
  }));
  return (
    <>
      <ChartKey
        items={OUTCOMES.map((outcome) => ({
          label: t(`terms.outcome.${outcome}`),
          sample: <AreaSample color={FILLS[outcome]} />,
        }))}
      />
      <ResponsiveContainer
        width="100%"
        height={216}
        initialDimension={{ width: 1200, height: 216 }}
      >
        <BarChart data={data} margin={MARGIN} barCategoryGap={2} accessibilityLayer title={label}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="name" {...ACROSS} minTickGap={16} />
          <YAxis
            tickFormatter={(n: number) => format.shortCount(n)}
            allowDecimals={false}
            {...UPWARDS}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--sunken)' }}
            contentStyle={{ background: 'var(--surface)', borderColor: 'var(--line)' }}
            formatter={(n) => format.count(Number(n))}
          />
          {OUTCOMES.map((outcome) => (
            <Bar
              key={outcome}
              dataKey={outcome}
              name={t(`terms.outcome.${outcome}`)}
              stackId="all"
              fill={FILLS[outcome]}
              isAnimationActive={false}
              cursor="pointer"
              onClick={(_, index) => {
                const bin = bins[index];
                if (bin) onOpen(bin, outcome);
              }}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </>
  );
}
