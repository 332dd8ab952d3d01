import { addDays, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import type { ArrMovement } from '#lib/bowtie/loopMovements.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import { type Renewal, renewalOutcome } from '#lib/bowtie/renewals.ts';
import type { RecordRow } from '#lib/contract/records.ts';
import type { MovedAccount } from '#lib/store/movedAccounts.ts';
import type { Org } from '#lib/store/orgs.ts';
import { isoOf } from '../isoOf.ts';
import type { Revenue } from './revenue.ts';

export type LoopSelector =
  | { movement: ArrMovement }
  | { renewal: 'due' | 'renewed' | 'churned' | 'open' };

type Asked = { revenue: Revenue; range: DayRange; org: Org };

/** The accounts behind a movement, or the contracts behind a renewal, as rows of GET /records. */
export async function loopRows(asked: Asked, selector: LoopSelector): Promise<RecordRow[]> {
  const { revenue, range } = asked;
  if ('renewal' in selector) {
    const due = await revenue.due(range);
    return due.flatMap((one) => contractRow(asked, one, selector.renewal));
  }
  const moved = await revenue.moved(selector.movement, range);
  return moved.map((one) => accountRow(asked, one));
}

/** One row per account that moved so in the period: the sum, and the day of the first time. */
function accountRow({ revenue, org }: Asked, moved: MovedAccount): RecordRow {
  return {
    ...accountOf(revenue, moved.accountId),
    entered_at: isoOf(startOfLocalDay(moved.day, org.timeZone)),
    ...{ implied: false, outcome: null, outcome_at: null },
    ...{ amount: formatCents(moved.amount), currency: org.currency },
    ...moved.dimensions,
    account_name: null,
  };
}

/** Where events tell the revenue, an account's name has a prefix: a record can stand for one. */
function accountOf({ source }: Revenue, id: string) {
  if (source === 'contracts') return { record_id: id, account_id: id };
  const name = id.slice(id.indexOf(':') + 1);
  return { record_id: name, account_id: id.startsWith('record:') ? null : name };
}

const OUTCOMES = { renewed: 'advanced', churned: 'lost', open: 'open' } as const;

/** One row per contract that fell due: entered when it ends, advanced when it was renewed. */
function contractRow(
  { revenue, org }: Asked,
  { contract, endsOn, successor }: Renewal,
  renewal: 'due' | 'renewed' | 'churned' | 'open',
): RecordRow[] {
  const outcome = renewalOutcome({ endsOn, successor }, revenue.asOfDay);
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
