import type { AccountAnswer } from '#lib/contract/account.ts';

type Span = { day: string; left: number; width: number; arr: number };

/** Steps as spans across the time from the first one to now; places in percent. */
export function prepareSteps({ steps, day }: AccountAnswer['data']): {
  spans: Span[];
  from: string;
  to: string;
  most: number;
} {
  const from = steps[0]?.day ?? day;
  const to = [day, ...steps.map((step) => step.day)].sort().at(-1) ?? day;
  const length = Math.max(1, Date.parse(to) - Date.parse(from));
  const place = (at: string) => ((Date.parse(at) - Date.parse(from)) / length) * 100;
  const spans = steps.map((step, index) => {
    const left = place(step.day);
    const right = place(steps[index + 1]?.day ?? to);
    return { day: step.day, left, width: Math.max(0, right - left), arr: Number(step.arr) };
  });
  return { spans, from, to, most: Math.max(1, ...spans.map(({ arr }) => arr)) };
}
