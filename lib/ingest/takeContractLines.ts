import { addDimensionValues, SeenValues } from '#lib/store/addDimensionValues.ts';
import { insertContracts, keptContracts } from '#lib/store/contractFacts.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { lockOrg } from '#lib/store/lockOrg.ts';
import { deriveRevenue } from './deriveRevenue.ts';
import { keepIntake } from './keepIntake.ts';
import type { Arrival, Line, Taken } from './line.ts';
import type { ContractFact } from './readContract.ts';
import { sortLines } from './sortLines.ts';

/**
 * The one write path of contracts. With `later` only accounts that a contract left are derived at
 * once; the others have a fact of this import, and `deriveContracts` finds them by it.
 */
export async function takeContractLines(
  tx: Tx,
  lines: readonly Line<ContractFact>[],
  arrival: Arrival,
  derive: 'now' | 'later' = 'now',
): Promise<Taken> {
  await lockOrg(tx);
  const { taken, fresh, left } = await takeContractFacts(tx, lines, arrival);
  await keepIntake(tx, 'contracts', [{ lines, taken }], arrival);
  const seen = new SeenValues();
  for (const fact of fresh) {
    seen.add('product', fact.product);
    seen.add('segment', fact.segment);
    seen.add('motion', fact.motion);
  }
  await addDimensionValues(tx, seen);
  const fed = fresh.map((fact) => fact.accountId);
  const [now, later] = derive === 'now' ? [[...fed, ...left], []] : [left, fed];
  const put = new Set(later);
  await deriveRevenue(
    tx,
    now.filter((id) => !put.has(id)),
  );
  return taken;
}

export async function takeContractFacts(
  tx: Tx,
  lines: readonly Line<ContractFact>[],
  arrival: Arrival,
): Promise<{ taken: Taken; fresh: ContractFact[]; left: string[] }> {
  const facts = lines.flatMap((line) => (line.state === 'read' ? line.facts : []));
  const ids = [...new Set(facts.map((fact) => fact.contractId))];
  const kept = ids.length === 0 ? [] : await keptContracts(tx, ids);
  const known = new Set(
    kept.map((row) => [row.source, row.contract_id, row.version, row.content_hash].join('\0')),
  );
  const { taken, fresh } = sortLines(lines, (fact) => {
    const row = [fact.source, fact.contractId, fact.version, fact.contentHash].join('\0');
    if (known.has(row)) return false;
    known.add(row);
    return true;
  });
  await insertContracts(
    tx,
    fresh.map(({ fact, line }) => ({ ...fact, line })),
    arrival,
  );
  // A new version can move a contract: the account that it left changes too.
  const moved = new Set(fresh.map(({ fact }) => fact.contractId));
  const left = kept.filter((row) => moved.has(row.contract_id)).map((row) => row.account_id);
  return { taken, fresh: fresh.map(({ fact }) => fact), left };
}
