import type { ArrSpan } from '#lib/bowtie/arrSpans.ts';
import { arrSteps } from '#lib/bowtie/arrSteps.ts';
import { addDays, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import { type ArrMovement, arrChanges } from '#lib/bowtie/loopMovements.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import { renewalOutcome, type Succession } from '#lib/bowtie/renewals.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import type { RecordRow } from '#lib/contract/records.ts';
import type { Org } from '#lib/store/orgs.ts';
import { isoOf } from '../isoOf.ts';
import { filterLoop } from './loopPart.ts';
import type { LoopFacts } from './readLoop.ts';

export type LoopSelector =
  | { movement: ArrMovement }
  | { renewal: 'due' | 'renewed' | 'churned' | 'open' };

type Asked = { facts: LoopFacts; where: BowtieQuery['where']; range: DayRange; org: Org };

/** The accounts behind a movement, or the contracts behind a renewal, as rows of GET /records. */
export function loopRows(asked: Asked, selector: LoopSelector): RecordRow[] {
  const { spans, successions } = filterLoop(asked.facts, asked.where);
  if ('renewal' in selector) {
    return successions.flatMap((one) => contractRow(asked, one, selector.renewal));
  }
  const accounts = Map.groupBy(spans, (span) => span.accountId);
  return [...accounts.values()].flatMap((own) => accountRow(asked, own, selector.movement));
}

/** One row per account that moved so in the period: the sum, and the day of the first time. */
function accountRow({ facts, range, org }: Asked, own: ArrSpan[], movement: ArrMovement) {
  const changes = arrChanges(arrSteps(own)).filter((change) => {
    return change.movement === movement && change.day >= range.from && change.day < range.to;
  });
  const [first] = changes;
  const span = own.find((one) => one.from === first?.day) ?? own[0];
  if (first === undefined || span === undefined) return [];
  const amount = changes.reduce((sum, change) => sum + change.amount, 0n);
  const account = accountOf(facts, span.accountId);
  return [
    {
      ...account,
      entered_at: isoOf(startOfLocalDay(first.day, org.timeZone)),
      ...{ implied: false, outcome: null, outcome_at: null },
      ...{ amount: formatCents(amount), currency: org.currency },
      ...span.dimensions,
      account_name: null,
    },
  ];
}

/** Where events tell the revenue, an account's name has a prefix: a record can stand for one. */
function accountOf({ contracts }: LoopFacts, id: string) {
  if (contracts.length > 0) return { record_id: id, account_id: id };
  const name = id.slice(id.indexOf(':') + 1);
  return { record_id: name, account_id: id.startsWith('record:') ? null : name };
}

const OUTCOMES = { renewed: 'advanced', churned: 'lost', open: 'open' } as const;

/** One row per contract that fell due: entered when it ends, advanced when it was renewed. */
function contractRow(
  { facts, range, org }: Asked,
  { contract, endsOn, successor }: Succession,
  renewal: 'due' | 'renewed' | 'churned' | 'open',
): RecordRow[] {
  if (endsOn < range.from || endsOn >= range.to) return [];
  const outcome = renewalOutcome({ endsOn, successor }, facts.asOfDay);
  if (renewal !== 'due' && renewal !== outcome) return [];
  const lapsed = outcome === 'churned' ? addDays(endsOn, 31) : null;
  const ended = successor?.startsOn ?? lapsed;
  const start = (day: string) => isoOf(startOfLocalDay(day, org.timeZone));
  return [
    {
      record_id: contract.contractId,
      account_id: contract.accountId,
      entered_at: start(endsOn),
      implied: false,
      outcome: OUTCOMES[outcome],
      outcome_at: ended === null ? null : start(ended),
      amount: contract.arr === null ? null : formatCents(contract.arr),
      currency: contract.arr === null ? null : org.currency,
      ...contract.dimensions,
      account_name: null,
    },
  ];
}
