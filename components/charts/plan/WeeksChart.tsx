import { cx } from '#components/ui/cx.ts';
import type { PlanForecast } from '#lib/contract/planForecast.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { niceTicks } from '#lib/view/loop/niceTicks.ts';
import { Gridlines } from '../loop/Gridlines.tsx';

const TOP = 14;
const PLOT = 170;
const FOOT = 26;
/** Percent of the width that is left free on both sides, for the first and the last date. */
const SIDE = 11;

/** So many points at the end lie beside the name of their line. */
const NAMED = 3;

type Props = {
  forecast: Pick<PlanForecast, 'weeks' | 'target'>;
  label: string;
  /** Projection, revenue then, target. */
  names: [string, string, string];
  format: Format;
};

/** How the projected end of the year moved from week to week, above the revenue of each week. */
export function WeeksChart({ forecast, label, names, format }: Props) {
  const { weeks } = forecast;
  const target = forecast.target === null ? null : Number(forecast.target);
  const values = weeks.flatMap(({ arr, actual }) => [Number(arr), Number(actual)]);
  const all = target === null ? values : [...values, target];
  const ticks = niceTicks(Math.min(...all), Math.max(...all), 4);
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const y = (value: number) => TOP + (1 - (value - low) / (high - low || 1)) * PLOT;
  const at = (i: number) => SIDE + (i / Math.max(1, weeks.length - 1)) * (100 - 2 * SIDE);
  const points = (of: 'arr' | 'actual') => weeks.map((one) => Number(one[of]));
  const every = Math.ceil(weeks.length / 5);
  const lines = [
    { of: 'arr', name: names[0], line: 'stroke-acq-600', dot: 'fill-acq-600' },
    { of: 'actual', name: names[1], line: 'stroke-loop-600', dot: 'fill-loop-600' },
  ] as const;
  return (
    <svg
      role="img"
      aria-label={label}
      width="100%"
      height={TOP + PLOT + FOOT}
      className="block overflow-visible font-sans tabular-nums"
    >
      <Gridlines ticks={ticks} y={y} format={format} />
      {target !== null && (
        <g>
          <line
            x2="100%"
            y1={y(target)}
            y2={y(target)}
            className="stroke-knot"
            strokeDasharray="4 3"
            strokeWidth={1.5}
          />
          <text x="100%" y={y(target) - 5} textAnchor="end" className="fill-ink-2 text-[11px]">
            {names[2]}
          </text>
        </g>
      )}
      {lines.map(({ of, name, line, dot }) => (
        <g key={of}>
          {points(of).map((value, i, own) => (
            <g key={weeks[i]?.as_of}>
              {i > 0 && (
                <line
                  x1={`${at(i - 1)}%`}
                  x2={`${at(i)}%`}
                  y1={y(own[i - 1] ?? value)}
                  y2={y(value)}
                  className={line}
                  strokeWidth={2}
                />
              )}
              <circle cx={`${at(i)}%`} cy={y(value)} r={3} className={dot} />
            </g>
          ))}
          <text
            x={`${at(weeks.length - 1)}%`}
            y={besideLine(points(of).slice(-NAMED).map(y), of)}
            textAnchor="end"
            className={`${dot} text-[11px] font-semibold`}
          >
            {name}
          </text>
        </g>
      ))}
      {weeks.map(({ as_of }, i) =>
        (weeks.length - 1 - i) % every === 0 ? (
          <text
            key={as_of}
            x={`${at(i)}%`}
            y={TOP + PLOT + 18}
            textAnchor={i === weeks.length - 1 ? 'end' : i === 0 ? 'start' : 'middle'}
            className={cx(
              'fill-ink-3 text-[11px]',
              ((weeks.length - 1 - i) / every) % 2 === 1 && 'max-sm:hidden',
            )}
          >
            {format.day(as_of)}
          </text>
        ) : null,
      )}
    </svg>
  );
}

/** Above the upper line, below the lower one, so that no name lies on its line. */
function besideLine(ys: readonly number[], of: 'arr' | 'actual'): number {
  return of === 'arr' ? Math.min(...ys) - 9 : Math.max(...ys) + 18;
}
