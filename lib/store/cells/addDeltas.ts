import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from '../inOrg.ts';
import type { QuestionScope } from '../questionScope.ts';
import { rows } from '../rows.ts';
import { type Counted, KIND } from './cellFact.ts';
import type { Gathered } from './Gathered.ts';
import { groupName } from './groupName.ts';
import { KINDS } from './kinds.ts';
import { dayOf, type MonthPlan } from './planMonths.ts';
import { readChanges } from './readChanges.ts';
import type { SortedRuns } from './SortedRuns.ts';

const deltaRow = z.strictObject({ month: z.string(), facts: z.instanceof(Buffer) });

type Asked = {
  scope: QuestionScope;
  counted: readonly Counted[];
  months: readonly MonthPlan[];
  of: (counted: Counted, bucket: number, group: string) => Gathered;
};

/** Adds what came since the cells of these months were folded, and takes away what is gone. */
export async function addDeltas(tx: Tx, { scope, counted, months, of }: Asked): Promise<void> {
  const found = await rows(
    tx,
    deltaRow,
    sql`select month::text, facts from count_delta
      where org_id = ${tx.orgId}::uuid and month = any(${months.map((one) => one.month)}::date[])`,
  );
  const { by, and = null, where, rule } = scope;
  const groups = [by, and].filter((dimension) => dimension !== null);
  const question = { where, groups, counted: new Set(counted), rule };
  const plans = new Map(months.map((plan) => [plan.month, plan]));
  const added = new Map<Gathered, { ended: number[]; open: number[] }>();
  for (const { month, facts } of found) {
    const cut = plans.get(month)?.cut;
    if (!cut) continue;
    for (const { counted: what, at, weight, cents, kind, ms, ...is } of readChanges(
      facts,
      question,
    )) {
      const bucket = cut.days[dayOf(cut.starts, at)] ?? -1;
      if (bucket < 0) continue;
      const [one = '', two = ''] = is.values;
      const gathered = of(what, bucket, groupName([one, two], scope));
      const [implied, unconverted] = [is.implied ? weight : 0, is.unconverted ? weight : 0];
      gathered.addSums(weight, implied, unconverted, weight < 0 ? -cents : cents);
      const lists = added.get(gathered) ?? { ended: [], open: [] };
      added.set(gathered, lists);
      const { ended, open } =
        weight > 0 ? lists : { ended: gathered.endedLess, open: gathered.openLess };
      if (kind < KIND.open) ended.push(ms * KINDS + kind);
      else if (kind === KIND.open) open.push(at);
    }
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
