import { ask, type Item, itemsOf, type OracleQuery } from './oracle.ts';
import type { Outcome } from './oracleEntries.ts';
import {
  byCodePoint,
  type History,
  type LadderStage,
  type OracleOrg,
  stepsOf,
} from './oracleHistory.ts';

/** A stage, or a conversion with or without one of its outcomes. */
export type OracleSelector =
  | { stage: LadderStage }
  | { conversion: `${LadderStage}>${LadderStage}`; outcome?: Outcome };

/** The amount as it was stated, with at least two decimals. */
function moneyOf(amount: string | null): string | null {
  if (amount === null) return null;
  const [whole = '0', part = ''] = amount.split('.');
  return `${whole}.${part.padEnd(2, '0')}`;
}

function rowOf(item: Item, judged: boolean) {
  const { step, at, implied } = item.entry;
  const end = judged ? item.ended : { outcome: null, at: null };
  return {
    record_id: item.recordId,
    account_id: step.accountId,
    entered_at: new Date(at).toISOString(),
    implied,
    outcome: end.outcome,
    outcome_at: end.at === null ? null : new Date(end.at).toISOString(),
    amount: moneyOf(step.amount),
    currency: step.currency,
    ...step.dimensions,
  };
}

/**
 * All rows of GET /records, by record id. Entries say what came of them where the question judges
 * them: not for a snapshot, the flows of the period clock, or a stage that leads nowhere.
 */
export function oracleRecords(
  history: History,
  org: OracleOrg,
  query: OracleQuery,
  selector: OracleSelector,
  now: number,
) {
  const asked = ask(org, query, now);
  const items = itemsOf(asked, stepsOf(history, org, asked.asOf));
  const [from, to] = 'stage' in selector ? [selector.stage] : selector.conversion.split('>');
  const isFlow = 'conversion' in selector && asked.clock === 'period';
  const stage = isFlow ? to : from;
  const judged = !isFlow && asked.clock !== 'snapshot' && stage !== asked.org.stages.at(-1);
  const outcome = 'conversion' in selector && !isFlow ? selector.outcome : undefined;
  return items
    .filter((item) => item.stage === stage)
    .filter((item) => outcome === undefined || item.ended.outcome === outcome)
    .map((item) => rowOf(item, judged))
    .sort((a, b) => byCodePoint(a.record_id, b.record_id));
}
