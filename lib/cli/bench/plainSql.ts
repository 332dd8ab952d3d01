import { LADDER } from '#lib/bowtie/stages.ts';
import type { Question } from './questions.ts';

/**
 * The same cohort counted by hand from the facts alone: first times per record, implied entries,
 * terminal outcome, median days. Without the matured rate, and only right where a record keeps its
 * dimensions, as the records of the bench do.
 */
export function plainSql(orgId: string, question: Question): { text: string; values: string[] } {
  const { from, to, where, by } = question;
  const values = [orgId, from, to];
  const filters = Object.entries(where).map(([dimension, value]) => {
    values.push(value);
    return `${dimension} = $${values.length}`;
  });
  const firsts = LADDER.map(
    (stage) => `min(occurred_at) filter (where stage = '${stage}') as d_${stage}`,
  );
  const entered = LADDER.map((stage, i) => {
    const later = LADDER.slice(i).map((one) => `d_${one}`);
    return `('${stage}', least(${later.join(', ')}), d_${stage}, least(${
      LADDER.slice(i + 1)
        .map((one) => `d_${one}`)
        .join(', ') || 'null::timestamptz'
    }))`;
  });
  const text = `
    with record as (
      select record_id, ${by ?? `''`} as grp, ${firsts.join(', ')},
        max(occurred_at) filter (where stage = 'lost') as lost,
        max(occurred_at) filter (where stage = 'no_decision') as no_decision,
        max(amount) as amount
      from stage_event
      where org_id = $1 ${filters.map((filter) => `and ${filter}`).join(' ')}
      group by record_id${by ? `, ${by}` : ''}
    ), entry as (
      select grp, e.stage, e.entered, e.direct, e.next, lost, no_decision, amount
      from record, lateral (values ${entered.join(', ')}) as e (stage, entered, direct, next)
      where e.entered >= $2::date and e.entered < $3::date
    )
    select grp, stage, count(*)::int as entries, count(next)::int as advanced,
      count(*) filter (where direct is distinct from entered)::int as implied,
      count(*) filter (where next is null and lost is not null)::int as lost,
      count(*) filter (where next is null and no_decision is not null)::int as no_decision,
      sum(amount) as amount,
      percentile_cont(array[0.25, 0.5, 0.75]) within group (
        order by extract(epoch from next - entered) / 86400) as days
    from entry group by grp, stage`;
  return { text, values };
}
