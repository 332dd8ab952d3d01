import { arrSteps } from '#lib/bowtie/arrSteps.ts';
import { arrChanges } from '#lib/bowtie/loopMovements.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import { renewalOutcome } from '#lib/bowtie/renewals.ts';
import type { AccountAnswer } from '#lib/contract/account.ts';
import { Refusal } from '#lib/contract/errors.ts';
import { accountMoments } from '#lib/store/accountMoments.ts';
import { accountNames } from '#lib/store/accountNames.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { ReportContext } from './context.ts';
import { isoOf } from './isoOf.ts';
import { type LoopFacts, readLoop } from './loop/readLoop.ts';

type Account = AccountAnswer['data'];

const PREFIXES = ['account:', 'record:'];

/** One customer over time; the same refusal for a foreign and for an absent one. */
export async function getAccount(
  { pool, org }: ReportContext,
  accountId: string,
  now: Date,
): Promise<AccountAnswer> {
  if (accountId.includes('\0')) throw noSuchAccount();
  return inOrg(pool, org.id, 'read', async (tx) => {
    const facts = await readLoop(tx, org, now.getTime(), accountId);
    const moments = await accountMoments(tx, accountId, now.getTime());
    const name = (await accountNames(tx, [accountId])).get(accountId) ?? null;
    const steps = stepsOf(facts, accountId);
    const contracts = contractsOf(facts, accountId);
    if (name === null && moments.length === 0 && contracts.length === 0) throw noSuchAccount();
    return {
      data: {
        account_id: accountId,
        name,
        day: facts.asOfDay,
        steps,
        contracts,
        moments: moments.map(({ recordId, at, ...rest }) => ({
          record_id: recordId,
          at: isoOf(at),
          ...rest,
        })),
      },
    };
  });
}

function stepsOf({ spans, contracts }: LoopFacts, accountId: string): Account['steps'] {
  // Told by events, an account's name has a prefix: a record can stand for one.
  const names = contracts.length > 0 ? [accountId] : PREFIXES.map((one) => `${one}${accountId}`);
  const steps = arrSteps(spans.filter((span) => names.includes(span.accountId)));
  return arrChanges(steps).map(({ day, movement, amount }, index) => ({
    day,
    movement,
    amount: formatCents(amount),
    arr: formatCents(steps[index]?.arr ?? 0n),
  }));
}

function contractsOf(facts: LoopFacts, accountId: string): Account['contracts'] {
  const due = new Map(facts.successions.map((one) => [one.contract, one]));
  return facts.contracts
    .filter((one) => one.accountId === accountId)
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : Number(a.startsOn > b.startsOn)))
    .map((one) => {
      const succession = due.get(one);
      return {
        source: one.source,
        contract_id: one.contractId,
        starts_on: one.startsOn,
        ends_on: one.endsOn,
        cancelled_on: one.cancelledOn,
        arr: one.arr === null ? null : formatCents(one.arr),
        product: one.dimensions.product,
        motion: one.dimensions.motion,
        outcome: succession ? renewalOutcome(succession, facts.asOfDay) : null,
      };
    });
}

function noSuchAccount(): Refusal {
  return new Refusal('not_found', 'there is no such account');
}
