import { addDimensionValues, SeenValues } from '#lib/store/addDimensionValues.ts';
import { insertContracts, keptContracts } from '#lib/store/contractFacts.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { lockOrg } from '#lib/store/lockOrg.ts';
import { keepBadLines } from './keepBadLines.ts';
import type { Arrival, Line, Taken } from './line.ts';
import type { ContractFact } from './readContract.ts';
import { sortLines } from './sortLines.ts';

/** The one write path of contracts. */
export async function takeContractLines(
  tx: Tx,
  lines: readonly Line<ContractFact>[],
  arrival: Arrival,
): Promise<Taken> {
  await lockOrg(tx);
  const { taken, fresh } = await takeContractFacts(tx, lines, arrival);
  await keepBadLines(tx, 'contracts', lines, arrival);
  const seen = new SeenValues();
  for (const fact of fresh) {
    seen.add('product', fact.product);
    seen.add('segment', fact.segment);
    seen.add('motion', fact.motion);
  }
  await addDimensionValues(tx, seen);
  return taken;
}

export async function takeContractFacts(
  tx: Tx,
  lines: readonly Line<ContractFact>[],
  arrival: Arrival,
): Promise<{ taken: Taken; fresh: ContractFact[] }> {
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
  return { taken, fresh: fresh.map(({ fact }) => fact) };
}
