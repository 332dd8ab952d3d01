'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { cx } from '#components/ui/cx.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { ArrPeriod, Bridge, BridgeColumn } from '#lib/view/loop/prepareBridge.ts';
import { Place } from '../bowtie/Place.tsx';
import { SvgButton } from '../bowtie/SvgButton.tsx';
import type { Flagged } from '../notes/flagged.ts';
import { PercentBands, PercentFlags } from '../notes/PercentFlags.tsx';
import { Gridlines } from './Gridlines.tsx';
import { MOVEMENT_COLOR } from './movementColor.ts';

const TOP = 30;
const PLOT = 270;
const FOOT = 38;
/** Percent of the width that the axis has for itself. */
const GUTTER = 5;
/** So many columns keep their own words on a wide page, and on a narrow one. */
const ROOM = { wide: 18, narrow: 3 };

type Props = {
  bridge: Bridge;
  grain: 'month' | 'quarter';
  flags: readonly Flagged[];
  format: Format;
  onPick: (period: ArrPeriod, anchor: Element) => void;
};

/** The waterfall: percent across, pixels down, so it fits any width without being measured. */
export function BridgeChart({ bridge, grain, flags, format, onPick }: Props) {
  const t = useTranslations('loop.bridge');
  const id = useId();
  const { columns, low, high, ticks, cut } = bridge;
  const y = (value: number) => TOP + (1 - (value - low) / (high - low || 1)) * PLOT;
  const slots = columns.length + 2;
  const share = (100 - GUTTER) / slots;
  const width = `${share}%`;
  const at = (slot: number) => `${GUTTER + slot * share}%`;
  const name = ({ from, to }: ArrPeriod) =>
    grain === 'month' ? format.month(from) : format.months(from, to);
  const noted = { flags, left: GUTTER + share, share, bottom: TOP + PLOT };
  const [first, last] = [columns[0], columns.at(-1)];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with buttons is a group, not a fieldset
    <svg
      role="group"
      aria-label={t('label')}
      width="100%"
      height={TOP + PLOT + FOOT}
      className="block overflow-visible font-sans tabular-nums"
    >
      <defs>
        <linearGradient id={id} x2="0" y2="1">
          <stop offset={cut ? 0.55 : 1} stopColor="var(--loop-200)" />
          <stop offset={1} stopColor="var(--loop-200)" stopOpacity={cut ? 0 : 1} />
        </linearGradient>
      </defs>
      <PercentBands {...noted} />
      <Gridlines ticks={ticks} y={y} format={format} />
      <EndBar
        x={at(0)}
        width={width}
        top={y(first?.start ?? 0)}
        base={TOP + PLOT}
        fill={`url(#${id})`}
      >
        {[t('start'), format.shortMoney(String(first?.start ?? 0))]}
      </EndBar>
      {columns.map((column, index) => (
        <Place key={column.period.from} x={at(index + 1)} width={width} height="100%">
          <Step column={column} y={y} format={format} onPick={onPick} name={name} />
          {isNamed(index, columns.length, ROOM.wide) && (
            <text
              x="50%"
              y={TOP + PLOT + 20}
              textAnchor="middle"
              className={cx(
                'fill-ink-2 text-[11px]',
                !isNamed(index, columns.length, ROOM.narrow) && 'max-md:hidden',
              )}
            >
              {name(column.period)}
            </text>
          )}
        </Place>
      ))}
      <EndBar
        x={at(slots - 1)}
        width={width}
        top={y(last?.end ?? 0)}
        base={TOP + PLOT}
        fill={`url(#${id})`}
      >
        {[t('end'), format.shortMoney(String(last?.end ?? 0))]}
      </EndBar>
      <line x2="100%" y1={TOP + PLOT} y2={TOP + PLOT} className="stroke-line-strong" />
      <PercentFlags {...noted} />
    </svg>
  );
}

function isNamed(index: number, count: number, room: number): boolean {
  const every = Math.ceil(count / room);
  // Not the first of a group: its words would meet those of the bar before it.
  return index % every === Math.min(1, every - 1);
}

type EndProps = {
  x: string;
  width: string;
  top: number;
  base: number;
  fill: string;
  children: [string, string];
};

function EndBar({ x, width, top, base, fill, children: [name, value] }: EndProps) {
  return (
    <Place x={x} width={width} height="100%">
      <rect x="14%" width="72%" y={top} height={Math.max(0, base - top)} fill={fill} />
      <line x1="14%" x2="86%" y1={top} y2={top} strokeWidth={2} className="stroke-loop-600" />
      <text x="50%" y={top - 8} textAnchor="middle" className="fill-ink text-[12px] font-semibold">
        {value}
      </text>
      <text
        x="50%"
        y={base + 20}
        textAnchor="middle"
        className="fill-ink text-[11px] font-semibold"
      >
        {name}
      </text>
    </Place>
  );
}

type StepProps = {
  column: BridgeColumn;
  y: (value: number) => number;
  format: Format;
  name: (period: ArrPeriod) => string;
  onPick: Props['onPick'];
};

function Step({ column, y, format, name, onPick }: StepProps) {
  const t = useTranslations('loop.bridge');
  const { period, start, end, gains, losses } = column;
  const label = t('column', {
    period: `${name(period)}${period.final ? '' : ` (${t('running')})`}`,
    start: format.money(period.start),
    end: format.money(period.end),
  });
  return (
    <SvgButton label={label} onPress={(anchor) => onPick(period, anchor)}>
      <rect
        width="100%"
        y={TOP - 8}
        height={PLOT + 8 + FOOT - 6}
        rx={6}
        className={[
          'fill-transparent transition-colors group-hover/button:fill-sunken',
          'group-focus-visible/button:stroke-acq-600 group-focus-visible/button:stroke-2',
        ].join(' ')}
      />
      <line x2="16%" y1={y(start)} y2={y(start)} className="stroke-ink-3" />
      <line x1="84%" x2="100%" y1={y(end)} y2={y(end)} className="stroke-ink-3" />
      {[...gains, ...losses].map(({ movement, low, high }) => (
        <rect
          key={movement}
          x={gains.some((gain) => gain.movement === movement) ? '16%' : '51%'}
          width="33%"
          y={y(high)}
          height={Math.max(1, y(low) - y(high))}
          className={MOVEMENT_COLOR[movement].fill}
          opacity={period.final ? 1 : 0.6}
        />
      ))}
      <line
        x1="16%"
        x2="84%"
        y1={y(gains.at(-1)?.high ?? start)}
        y2={y(gains.at(-1)?.high ?? start)}
        className="stroke-ink-3"
        strokeWidth={0.75}
      />
    </SvgButton>
  );
}
