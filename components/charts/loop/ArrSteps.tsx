'use client';
import { useTranslations } from 'next-intl';
import type { AccountAnswer } from '#lib/contract/account.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { niceTicks } from '#lib/view/loop/niceTicks.ts';
import { prepareSteps } from '#lib/view/loop/prepareSteps.ts';
import { Gridlines } from './Gridlines.tsx';

/** Percent of the width that the axis has for itself. */
const GUTTER = 9;
const TOP = 20;
const PLOT = 120;

type Props = { account: AccountAnswer['data']; format: Format };

/** One customer's ARR as the step function that it is, from 0. */
export function ArrSteps({ account, format }: Props) {
  const t = useTranslations('loop.account');
  const { spans, from, to, most } = prepareSteps(account);
  const ticks = niceTicks(0, most, 3);
  const high = ticks.at(-1) ?? 1;
  const across = (percent: number) => (percent * (100 - GUTTER)) / 100;
  const y = (value: number) => TOP + (1 - value / high) * PLOT;
  return (
    <svg
      role="img"
      aria-label={t('stepsLabel', { name: account.name ?? account.account_id })}
      width="100%"
      height={TOP + PLOT + 26}
      className="block overflow-visible font-sans tabular-nums"
    >
      {spans.map(({ day, left, width, arr }) => (
        <g key={day}>
          <rect
            x={`${GUTTER + across(left)}%`}
            width={`${across(width)}%`}
            y={y(arr)}
            height={TOP + PLOT - y(arr)}
            className="fill-loop-200"
          />
          <line
            x1={`${GUTTER + across(left)}%`}
            x2={`${GUTTER + across(left + width)}%`}
            y1={y(arr)}
            y2={y(arr)}
            strokeWidth={2}
            className={arr > 0 ? 'stroke-loop-600' : 'stroke-ink-3'}
          />
        </g>
      ))}
      <Gridlines ticks={ticks} y={y} format={format} />
      <text x={`${GUTTER}%`} y={TOP + PLOT + 18} className="fill-ink-3 text-[11px]">
        {format.day(from)}
      </text>
      <text x="100%" y={TOP + PLOT + 18} textAnchor="end" className="fill-ink-3 text-[11px]">
        {format.day(to)}
      </text>
    </svg>
  );
}
