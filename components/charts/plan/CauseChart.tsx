'use client';
import { useTranslations } from 'next-intl';
import type { Format } from '#lib/view/createFormat.ts';
import type { CauseStep, CauseView } from '#lib/view/plan/forecastCauses.ts';
import { signedMoney } from '#lib/view/plan/signedMoney.ts';
import { Place } from '../bowtie/Place.tsx';
import { SvgButton } from '../bowtie/SvgButton.tsx';

const ROW = 30;
const BAR = 16;
const FOOT = 24;
/** Percent of the width for the words on the left and the amounts on the right. */
const LEFT = 36;
const RIGHT = 20;

type Props = {
  view: CauseView;
  /** What the first bar is called. */
  since: string;
  format: Format;
  onPick: (step: CauseStep, anchor: Element) => void;
};

/** A waterfall on its side, so that its words have room on a phone: a reason a row. */
export function CauseChart({ view, since, format, onPick }: Props) {
  const t = useTranslations('track.forecast');
  const { steps, ticks, before, after } = view;
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const x = (value: number) =>
    `${LEFT + ((value - low) / (high - low || 1)) * (100 - LEFT - RIGHT)}%`;
  const wide = (a: number, b: number) =>
    `${(Math.abs(a - b) / (high - low || 1)) * (100 - LEFT - RIGHT)}%`;
  const bottom = (steps.length + 2) * ROW;
  const ends = [
    { row: 0, name: since, value: before },
    { row: steps.length + 1, name: t('why.after'), value: after },
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with buttons is a group, not a fieldset
    <svg
      role="group"
      aria-label={t('why.label')}
      width="100%"
      height={bottom + FOOT}
      className="block overflow-visible font-sans tabular-nums"
    >
      {ticks.map((tick, i) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y2={bottom} className="stroke-line" />
          <text
            x={x(tick)}
            y={bottom + 16}
            textAnchor="middle"
            className={`fill-ink-3 text-[11px] ${i % 2 === 1 ? 'max-sm:hidden' : ''}`}
          >
            {format.shortMoney(String(tick))}
          </text>
        </g>
      ))}
      {ends.map(({ row, name, value }) => (
        <Place key={row} y={row * ROW} width="100%" height={ROW}>
          <text y={ROW / 2 + 4} className="fill-ink text-[12px] font-semibold">
            {name}
          </text>
          <rect
            x={x(low)}
            width={wide(Number(value), low)}
            y={(ROW - BAR) / 2}
            height={BAR}
            className="fill-loop-200"
          />
          <text
            x="100%"
            y={ROW / 2 + 4}
            textAnchor="end"
            className="fill-ink text-[12px] font-semibold"
          >
            {format.shortMoney(value)}
          </text>
        </Place>
      ))}
      {steps.map((step, i) => (
        <Place key={step.cause} y={(i + 1) * ROW} width="100%" height={ROW}>
          <SvgButton
            label={t('why.open', {
              cause: t(`cause.${step.cause}`),
              amount: signedMoney(step.arr, format),
            })}
            onPress={(anchor) => onPick(step, anchor)}
          >
            <rect
              x={-6}
              width="calc(100% + 12px)"
              height={ROW}
              rx={6}
              className={[
                'fill-transparent transition-colors group-hover/button:fill-sunken',
                'group-focus-visible/button:stroke-acq-600 group-focus-visible/button:stroke-2',
              ].join(' ')}
            />
            <text y={ROW / 2 + 4} className="fill-ink-2 text-[12px]">
              {t(`cause.${step.cause}`)}
            </text>
            <rect
              x={x(Math.min(step.from, step.to))}
              width={wide(step.from, step.to)}
              y={(ROW - BAR) / 2}
              height={BAR}
              className={step.to >= step.from ? 'fill-acq-400' : 'fill-ink-3'}
            />
            <line
              x1={x(step.to)}
              x2={x(step.to)}
              y1={(ROW - BAR) / 2}
              y2={ROW + (ROW - BAR) / 2}
              className="stroke-ink-3"
              strokeWidth={0.75}
            />
            <text x="100%" y={ROW / 2 + 4} textAnchor="end" className="fill-ink text-[12px]">
              {signedMoney(step.arr, format)}
            </text>
          </SvgButton>
        </Place>
      ))}
    </svg>
  );
}
