import { LADDER } from '#lib/bowtie/stages.ts';
import type { Question } from './questions.ts';

/**
 * The same question as web-analytics tools ask it: a step for each stage, joined to the one before.
 * Counts who came how far, in order; no implied entries, no ends, no amounts.
 */
export function funnelSql(orgId: string, question: Question): { text: string; values: string[] } {
  const { from, to, where, by } = question;
  const values = [orgId, from, to];
  const filters = Object.entries(where).map(([dimension, value]) => {
    values.push(value);
    return ` and ${dimension} = $${values.length}`;
  });
  const group = by ?? `''`;
  const steps = LADDER.map((stage, i) => {
    const step = `select e.record_id, min(e.occurred_at) as at, min(e.${by ?? 'stage'}) as grp`;
    const facts = `from stage_event e`;
    const own = `where e.org_id = $1 and e.stage = '${stage}'`;
    if (i === 0) {
      const range = `and e.occurred_at >= $2::date and e.occurred_at < $3::date`;
      return `s0 as (${step} ${facts} ${own} ${range}${filters.join('')} group by 1)`;
    }
    const join = `join s${i - 1} b on b.record_id = e.record_id and e.occurred_at >= b.at`;
    return `s${i} as (${step} ${facts} ${join} ${own} group by 1)`;
  });
  const counts = LADDER.map(
    (
      stage,
      i,
    ) => `select '${stage}' as stage, ${by ? 'grp' : group} as grp, count(*)::int as entries
      from s${i} group by 2`,
  );
  return { text: `with ${steps.join(', ')} ${counts.join(' union all ')}`, values };
}
