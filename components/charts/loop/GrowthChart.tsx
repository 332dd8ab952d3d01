'use client';
import { useTranslations } from 'next-intl';
import type { Format } from '#lib/view/createFormat.ts';
import type { Growth, GrowthColumn } from '#lib/view/loop/prepareGrowth.ts';
import { Place } from '../bowtie/Place.tsx';
import type { Flagged } from '../notes/flagged.ts';
import { PercentBands, PercentFlags } from '../notes/PercentFlags.tsx';
import { Gridlines } from './Gridlines.tsx';

const TOP = 22;
const PLOT = 210;
const LINE = 18;
const ROWS = ['rate', 'nrr', 'grr'] as const;
/** More columns than this have no room for their words. */
const ROOM = { wide: 16, narrow: 4 };

type Props = {
  growth: Growth;
  grain: 'month' | 'quarter';
  flags: readonly Flagged[];
  format: Format;
};

/** How much, as columns; how good, as a line of numbers under each of them. */
export function GrowthChart({ growth, grain, flags, format }: Props) {
  const t = useTranslations('loop.growth');
  const { columns, ticks, high } = growth;
  const y = (value: number) => TOP + (1 - value / high) * PLOT;
  const every = Math.ceil(columns.length / ROOM.wide);
  const narrow = Math.ceil(columns.length / ROOM.narrow);
  const left = 6;
  const width = (100 - left) / Math.max(1, columns.length);
  const noted = { flags, left, share: width, bottom: TOP + PLOT };
  return (
    <svg
      // What holds buttons is no picture to a screen reader.
      role={flags.length > 0 ? 'group' : 'img'}
      aria-label={t('label')}
      width="100%"
      height={TOP + PLOT + LINE * 5}
      className="block overflow-visible font-sans tabular-nums"
    >
      <PercentBands {...noted} />
      <Gridlines ticks={ticks} y={y} format={format} />
      {columns.map((column, index) => (
        <Place key={column.from} x={`${left + index * width}%`} width={`${width}%`} height="100%">
          <Stack column={column} y={y} />
          {index % every === 0 && (
            <g className={index % narrow === 0 ? '' : 'max-md:hidden'}>
              <text
                x="50%"
                y={TOP + PLOT + LINE}
                textAnchor="middle"
                className="fill-ink-2 text-[11px]"
              >
                {grain === 'month'
                  ? format.month(column.from)
                  : format.months(column.from, column.to)}
              </text>
              {wordsOf(column, format).map((words, line) => (
                <text
                  key={ROWS[line]}
                  x="50%"
                  y={TOP + PLOT + LINE * (2 + line) + 6}
                  textAnchor="middle"
                  className="fill-ink text-[12px]"
                >
                  {words}
                </text>
              ))}
            </g>
          )}
        </Place>
      ))}
      {ROWS.map((name, line) => (
        <text
          key={name}
          y={TOP + PLOT + LINE * (2 + line) + 6}
          className="fill-ink-3 text-[11px] max-md:hidden"
        >
          {t(name)}
        </text>
      ))}
      <line x2="100%" y1={TOP + PLOT} y2={TOP + PLOT} className="stroke-line-strong" />
      <PercentFlags {...noted} />
    </svg>
  );
}

function wordsOf({ growth, nrr, grr }: GrowthColumn, format: Format): string[] {
  const change = growth === null ? '—' : `${growth > 0 ? '+' : ''}${format.percent(growth)}`;
  return [change, format.percent(nrr), format.percent(grr)];
}

function Stack({ column, y }: { column: GrowthColumn; y: (value: number) => number }) {
  const { retained, expansion, fresh, final } = column;
  const parts = [
    { name: 'retained', low: 0, high: retained, fill: 'fill-loop-200' },
    { name: 'expansion', low: retained, high: retained + expansion, fill: 'fill-loop-400' },
    {
      name: 'new',
      low: retained + expansion,
      high: retained + expansion + fresh,
      fill: 'fill-acq-400',
    },
  ];
  return parts.map(({ name, low, high, fill }) =>
    high > low ? (
      <rect
        key={name}
        x="16%"
        width="68%"
        y={y(high)}
        height={Math.max(0.75, y(low) - y(high))}
        className={fill}
        opacity={final ? 1 : 0.6}
      />
    ) : null,
  );
}
