import sql, { raw } from 'sql-template-tag';
import { z } from 'zod';
import { parseCents } from '#lib/bowtie/money.ts';
import type { Tx } from '../inOrg.ts';
import { matching, type QuestionScope } from '../questionScope.ts';
import { rows } from '../rows.ts';
import { type Counted, KIND } from './cellFact.ts';
import { type Gathered, KINDS } from './Gathered.ts';
import { groupName } from './groupName.ts';
import { dayOf, type MonthPlan } from './planMonths.ts';
import type { SortedRuns } from './SortedRuns.ts';

const deltaRow = z.strictObject({
  counted: z.string().transform((text) => text as Counted),
  month: z.string(),
  at: z.number(),
  weight: z.int(),
  implied: z.boolean(),
  unconverted: z.boolean(),
  cents: z.string().transform(parseCents),
  kind: z.int(),
  ms: z.number(),
  one: z.string(),
  two: z.string(),
});

type Asked = {
  scope: QuestionScope;
  counted: readonly Counted[];
  months: readonly MonthPlan[];
  of: (counted: Counted, bucket: number, group: string) => Gathered;
};

/** Adds what came since the cells of these months were folded, and takes away what is gone. */
export async function addDeltas(tx: Tx, { scope, counted, months, of }: Asked): Promise<void> {
  const column = (dimension: string | null) =>
    dimension === null ? sql`''` : raw(`m.${dimension}`);
  const found = await rows(
    tx,
    deltaRow,
    sql`select m.counted, m.month::text, round(date_part('epoch', m.at) * 1000) as at, m.weight,
        m.implied, m.unconverted, coalesce(m.amount, 0)::text as cents, m.kind,
        m.ms::float8 as ms, ${column(scope.by)} as one, ${column(scope.and ?? null)} as two
      from count_delta m
      where m.org_id = ${tx.orgId}::uuid and m.month = any(${months.map((one) => one.month)}::date[])
        and m.counted = any(${[...counted]}::text[]) and m.rule in ('both', ${scope.rule})
        ${matching('m', scope.where)}`,
  );
  const plans = new Map(months.map((plan) => [plan.month, plan]));
  const added = new Map<Gathered, { ended: number[]; open: number[] }>();
  for (const row of found) {
    const cut = plans.get(row.month)?.cut;
    const bucket = cut?.days[dayOf(cut.starts, row.at)] ?? -1;
    if (bucket < 0) continue;
    const gathered = of(row.counted, bucket, groupName([row.one, row.two], scope));
    const { weight } = row;
    const [implied, unconverted] = [row.implied ? weight : 0, row.unconverted ? weight : 0];
    gathered.addSums(weight, implied, unconverted, weight < 0 ? -row.cents : row.cents);
    const lists = added.get(gathered) ?? { ended: [], open: [] };
    added.set(gathered, lists);
    const { ended, open } =
      weight > 0 ? lists : { ended: gathered.endedLess, open: gathered.openLess };
    if (row.kind < KIND.open) ended.push(row.ms * KINDS + row.kind);
    else if (row.kind === KIND.open) open.push(row.at);
  }
  for (const [gathered, { ended, open }] of added) {
    addSorted(gathered.ended, ended);
    addSorted(gathered.open, open);
  }
}

function addSorted(runs: SortedRuns, values: number[]): void {
  runs.begin(values.length);
  for (const value of values.sort((a, b) => a - b)) runs.add(value);
}
