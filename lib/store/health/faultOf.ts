import sql, { type Sql } from 'sql-template-tag';
import { UNKNOWN } from '#lib/bowtie/dimensions.ts';
import type { Fault } from '#lib/contract/vocabulary.ts';
import { at, type QuestionScope } from '../questionScope.ts';

/** What speaks against an entry `e` as evidence of the process, as known at `as_of`. */
export function faultOf(fault: Fault, { asOf }: Pick<QuestionScope, 'asOf'>, zone: string): Sql {
  switch (fault) {
    case 'skipped':
      return sql`e.implied`;
    case 'backdated':
      return sql`coalesce(e.out_of_order_at <= ${at(asOf)}, false)`;
    case 'same_day':
      return sql`${isPair(asOf)} and (e.entered_at at time zone ${zone})::date
        = (e.next_at at time zone ${zone})::date`;
    case 'ownerless':
      return sql`e.owner = ${UNKNOWN}`;
    case 'amountless':
      return sql`e.amount is null`;
  }
}

/** Both ends were told: only of such entries the day says something. */
export function isPair(asOf: QuestionScope['asOf']): Sql {
  return sql`not e.implied and not e.next_implied and coalesce(e.next_at <= ${at(asOf)}, false)`;
}
