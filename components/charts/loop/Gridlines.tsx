import type { Format } from '#lib/view/createFormat.ts';

type Props = { ticks: readonly number[]; y: (value: number) => number; format: Format };

/** Lines across with their amounts on them: no gutter, so that a phone keeps its width. */
export function Gridlines({ ticks, y, format }: Props) {
  return ticks.map((tick) => (
    <g key={tick}>
      <line x2="100%" y1={y(tick)} y2={y(tick)} className="stroke-line" />
      <text y={y(tick) - 4} className="fill-ink-3 text-[11px]">
        {format.shortMoney(String(tick))}
      </text>
    </g>
  ));
}
