import { LADDER, type LadderStage } from '#lib/bowtie/stages.ts';
import type { Format } from '../createFormat.ts';
import { stageName, type Text } from '../text.ts';
import type { Cell } from '../toCsv.ts';
import { atVolumes } from './atVolumes.ts';
import { peopleCost, roleCost, roleHeads } from './compareRoles.ts';
import type { OddsTold } from './planOdds.ts';
import type { PlanDefaults } from './planState.ts';
import type { ScenarioLine } from './scenarioInput.ts';

export type CompareCell = {
  raw: number | null;
  shown: string;
  /** To the first; null for the first, and where it is the same. */
  difference: Text | string | null;
};
export type CompareRow = {
  id: string;
  name: Text | string;
  cells: CompareCell[];
  /** Not the same everywhere, but for what a rate measured some minutes later makes of it. */
  differs: boolean;
};
export const COMPARE_GROUPS = ['result', 'stage', 'role', 'month'] as const;
export type CompareGroup = { id: (typeof COMPARE_GROUPS)[number]; rows: CompareRow[] };

type Known = {
  /** Of each line; null while they are drawn, or where there is too little for odds. */
  odds: readonly (OddsTold | null)[];
  defaults: PlanDefaults;
  /** Whose months are told. */
  stage: LadderStage;
  format: Format;
};
type RowOf = (
  id: string,
  name: Text | string,
  value: (line: ScenarioLine, place: number) => number | null,
  say: Say,
) => CompareRow;

/** Scenarios side by side: every line with its difference to the first. */
export function compareGroups(lines: readonly ScenarioLine[], known: Known): CompareGroup[] {
  const { format } = known;
  const row: RowOf = (id, name, value, say) => {
    const values = lines.map(value);
    const change = say === format.percent ? pointsOf(format) : signed(say);
    const cells = values.map((raw, i) => cellOf(raw, values[0] ?? null, { say, change, place: i }));
    const differs = values.some((one) => !isNear(one, values[0] ?? null));
    return { id, name, cells, differs };
  };
  const stages = LADDER.filter((stage) => lines.some((line) => stageTotal(line, stage) !== null));
  return [
    { id: 'result', rows: resultRows(row, lines, known) },
    {
      id: 'stage',
      rows: stages.map((stage) =>
        row(stage, stageName(stage), (line) => stageTotal(line, stage), format.count),
      ),
    },
    { id: 'role', rows: roleRows(row, lines, format) },
    { id: 'month', rows: monthRows(row, lines, known) },
  ];
}

function resultRows(row: RowOf, lines: readonly ScenarioLine[], known: Known): CompareRow[] {
  const { odds, defaults, format } = known;
  const money = (value: number) => format.shortMoney(String(value));
  const plain = (key: string): Text => ({ key: `scenarios.compare.row.${key}` });
  const same = lines.map(({ input }) => {
    const { wins, arr } = atVolumes(input, defaults);
    return { wins: Math.round(wins), arr };
  });
  return [
    row('target', plain('target'), ({ input }) => Number(input.target_arr), money),
    row('wins', plain('wins'), (line) => stageTotal(line, 'won'), format.count),
    row('within', plain('within'), ({ result }) => Number(result.reach.arr), money),
    row('hitOwn', plain('hitOwn'), (_, i) => odds[i]?.today.p_hit ?? null, format.percent),
    row('endOwn', plain('endOwn'), (_, i) => numberOf(odds[i]?.today.p50), money),
    row('ownCost', plain('ownCost'), (line) => peopleCost(line, 'decided'), money),
    row('hit', plain('hit'), (_, i) => odds[i]?.staffed.p_hit ?? null, format.percent),
    row('allCost', plain('allCost'), (line) => peopleCost(line, 'all'), money),
    row('sameWins', plain('sameWins'), (_, i) => same[i]?.wins ?? null, format.count),
    row('sameArr', plain('sameArr'), (_, i) => same[i]?.arr ?? null, money),
  ];
}

function roleRows(row: RowOf, lines: readonly ScenarioLine[], format: Format): CompareRow[] {
  const money = (value: number) => format.shortMoney(String(value));
  const roles = [...new Set(lines.flatMap(({ input }) => input.capacity.map(({ role }) => role)))];
  const named = (key: string, role: string): Text => {
    return { key: `scenarios.compare.role.${key}`, values: { role } };
  };
  return roles.flatMap((role) => [
    row(`${role} heads`, named('heads', role), (line) => roleHeads(line, role), format.count),
    row(`${role} cost`, named('cost', role), (line) => roleCost(line, role, 'all'), money),
  ]);
}

function monthRows(row: RowOf, lines: readonly ScenarioLine[], known: Known): CompareRow[] {
  const { stage, format } = known;
  const each = lines.map((line) => {
    const months = departmentOf(line, stage)?.months ?? [];
    return new Map(months.map(({ month, value }) => [month, value]));
  });
  const months = [...new Set(each.flatMap((own) => [...own.keys()]))].sort();
  return months.map((month) =>
    row(month, format.month(`${month}-01`), (_, i) => each[i]?.get(month) ?? null, format.count),
  );
}

/** The same table as a file has it: bare numbers, and of each the difference to the first. */
export function compareFile(
  lines: readonly ScenarioLine[],
  groups: readonly CompareGroup[],
  say: { text: (text: Text | string) => string; group: (id: CompareGroup['id']) => string },
): Cell[][] {
  return groups.flatMap(({ id, rows }) =>
    rows.map(({ name, cells }) => [
      ...[say.group(id), say.text(name), cells[0]?.raw ?? null],
      ...lines.slice(1).flatMap((_, i) => {
        const [first, own] = [cells[0]?.raw ?? null, cells[i + 1]?.raw ?? null];
        return [own, first === null || own === null ? null : own - first];
      }),
    ]),
  );
}

/** Less than a thousandth is no difference to anybody. */
function isNear(value: number | null, first: number | null): boolean {
  if (value === null || first === null) return value === first;
  return Math.abs(value - first) <= Math.abs(first) / 1000;
}

type Say = (value: number) => string;
type Change = (change: number) => Text | string | null;

function cellOf(
  raw: number | null,
  first: number | null,
  { say, change, place }: { say: Say; change: Change; place: number },
): CompareCell {
  if (raw === null) return { raw, shown: '—', difference: null };
  const difference = place === 0 || first === null ? null : change(raw - first);
  return { raw, shown: say(raw), difference };
}

function signed(say: Say): Change {
  return (change) => {
    const size = say(Math.abs(change));
    if (size === say(0)) return null;
    return `${change > 0 ? '+' : '\u2212'}${size}`;
  };
}

function pointsOf({ points }: Format): Change {
  return (change) => {
    const shown = points(change);
    if (shown === points(0)) return null;
    return { key: 'scenarios.compare.points', values: { points: shown } };
  };
}

function departmentOf({ result }: ScenarioLine, stage: LadderStage) {
  return result.departments.find(({ stages }) => stages.includes(stage));
}

function stageTotal(line: ScenarioLine, stage: LadderStage): number | null {
  return departmentOf(line, stage)?.total ?? null;
}

function numberOf(amount: string | undefined): number | null {
  return amount === undefined ? null : Number(amount);
}

/** The first stage of which not all ask as much, else the wins: whose months tell most. */
export function tellingStage(lines: readonly ScenarioLine[]): LadderStage {
  const first = (stage: LadderStage) => (lines[0] ? stageTotal(lines[0], stage) : null);
  const differs = (stage: LadderStage) =>
    lines.some((line) => !isNear(stageTotal(line, stage), first(stage)));
  return LADDER.find(differs) ?? 'won';
}
