import type { FanPoint } from '#lib/bowtie/plan/planFan.ts';
import type { Format } from '#lib/view/createFormat.ts';

const WIDTH = 720;
const HEIGHT = 240;
const LEFT = 56;
const RIGHT = 60;
const TOP = 14;
const BOTTOM = 24;

type Props = {
  fan: readonly FanPoint[];
  opening: number;
  target: number;
  label: string;
  format: Format;
};

/** ARR month by month: eight of ten outcomes lie in the band; the line is the plan. */
export function FanChart({ fan, opening, target, label, format }: Props) {
  const points = [{ month: '', plan: opening, p10: opening, p50: opening, p90: opening }, ...fan];
  const values = [...points.flatMap(({ p10, p90, plan }) => [p10, p90, plan]), target];
  const low = Math.min(...values);
  const high = Math.max(...values, low + 1);
  const room = (high - low) * 0.08;
  const x = (i: number) => LEFT + (i / Math.max(1, points.length - 1)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) =>
    TOP + (1 - (value - low + room) / (high - low + 2 * room)) * (HEIGHT - TOP - BOTTOM);
  const line = (of: (point: FanPoint) => number) =>
    points.map((point, i) => `${i === 0 ? 'M' : 'L'}${x(i)} ${y(of(point))}`).join('');
  const band = [
    ...points.map((point, i) => `${x(i)},${y(point.p90)}`),
    ...points.map((point, i) => `${x(i)},${y(point.p10)}`).reverse(),
  ].join(' ');
  const money = (value: number) => format.shortMoney(String(value));
  const ticks = [0, 1 / 3, 2 / 3, 1].map((part) => low + part * (high - low));
  const last = points.at(-1);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="block h-auto w-full font-sans tabular-nums"
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} className="stroke-line" />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end" className="fill-ink-3 text-[11px]">
            {money(tick)}
          </text>
        </g>
      ))}
      <polygon points={band} className="fill-acq-100" />
      <path d={line(({ p50 }) => p50)} fill="none" className="stroke-acq-600" strokeWidth={2} />
      <path
        d={line(({ plan }) => plan)}
        fill="none"
        className="stroke-ink-2"
        strokeWidth={1.25}
        strokeDasharray="4 3"
      />
      <line
        x1={LEFT}
        x2={WIDTH - RIGHT}
        y1={y(target)}
        y2={y(target)}
        className="stroke-knot"
        strokeDasharray="1 3"
        strokeWidth={1.5}
      />
      {last && (
        <g className="text-[11px]">
          <text x={WIDTH - RIGHT + 5} y={y(last.p90) + 4} className="fill-ink-2">
            P90
          </text>
          <text x={WIDTH - RIGHT + 5} y={y(last.p50) + 4} className="fill-acq-700 font-semibold">
            P50
          </text>
          <text x={WIDTH - RIGHT + 5} y={y(last.p10) + 4} className="fill-ink-2">
            P10
          </text>
        </g>
      )}
      {fan.map(({ month }, i) =>
        i % Math.ceil(fan.length / 6) === 0 || i === fan.length - 1 ? (
          <text
            key={month}
            x={x(i + 1)}
            y={HEIGHT - 6}
            textAnchor="middle"
            className="fill-ink-3 text-[11px]"
          >
            {format.month(`${month}-01`)}
          </text>
        ) : null,
      )}
    </svg>
  );
}
