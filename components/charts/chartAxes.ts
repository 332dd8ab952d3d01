/** What the axes of every chart share, whatever they measure. */
const TICK = { fill: 'var(--ink-3)', fontSize: 12 };

export const ACROSS = {
  tick: TICK,
  tickLine: false,
  axisLine: { stroke: 'var(--line-strong)' },
  minTickGap: 28,
} as const;

export const UPWARDS = { tick: TICK, tickLine: false, axisLine: false, width: 52 } as const;

export const MARGIN = { top: 12, right: 16, bottom: 4, left: 0 };
