import type { Format } from '../createFormat.ts';
import { stageName, type Text } from '../text.ts';
import type { ScenarioLine } from './scenarioInput.ts';

export type CompareRow = {
  id: string;
  name: Text;
  /** One for each scenario; the difference is to the first. */
  cells: { shown: string; difference: string | null }[];
};

/** Scenarios side by side: every line with its difference to the first. */
export function compareRows(lines: readonly ScenarioLine[], format: Format): CompareRow[] {
  const money = (value: number) => format.shortMoney(String(value));
  const count = (value: number) => format.count(value);
  const row = (
    id: string,
    name: Text,
    of: (line: ScenarioLine) => number | null,
    say: (value: number) => string,
  ): CompareRow => {
    const first = lines[0] === undefined ? null : of(lines[0]);
    return {
      ...{ id, name },
      cells: lines.map((line, i) => {
        const value = of(line);
        if (value === null) return { shown: '—', difference: null };
        const change = i === 0 || first === null ? null : value - first;
        return { shown: say(value), difference: change === null ? null : signed(change, say) };
      }),
    };
  };
  const plain = (key: string): Text => ({ key: `plan.compare.row.${key}` });
  const stages = lines[0]?.stages.map(({ stage }) => stage) ?? [];
  return [
    row('target', plain('target'), (line) => Number(line.target), money),
    row('newArr', plain('newArr'), (line) => Number(line.newArr), money),
    ...stages.map((stage) =>
      row(
        stage,
        stageName(stage),
        (line) => line.stages.find((one) => one.stage === stage)?.total ?? null,
        count,
      ),
    ),
    row('hires', plain('hires'), ({ hires }) => hires, count),
    row('hireCost', plain('hireCost'), ({ hireCost }) => hireCost, money),
    row('within', plain('within'), ({ within }) => Number(within), money),
    row('hit', plain('hit'), ({ hit }) => hit, format.percent),
  ];
}

function signed(change: number, say: (value: number) => string): string {
  if (change === 0) return '=';
  return `${change > 0 ? '+' : '\u2212'}${say(Math.abs(change))}`;
}
