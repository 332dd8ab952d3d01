import { insertAccounts, keptAccounts, recordsOfAccounts } from '#lib/store/accountFacts.ts';
import { addDimensionValues, SeenValues } from '#lib/store/addDimensionValues.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { lockOrg } from '#lib/store/lockOrg.ts';
import { deriveRecords } from './deriveRecords.ts';
import { deriveRevenue } from './deriveRevenue.ts';
import { keepIntake } from './keepIntake.ts';
import type { Arrival, Line, Taken } from './line.ts';
import type { AccountFact } from './readAccount.ts';
import { sortLines } from './sortLines.ts';

/** The one write path of accounts; the records that rely on a changed account follow it. */
export async function takeAccountLines(
  tx: Tx,
  lines: readonly Line<AccountFact>[],
  arrival: Arrival,
): Promise<Taken> {
  await lockOrg(tx);
  const { taken, touched } = await takeAccountFacts(tx, lines, arrival);
  await keepIntake(tx, 'accounts', [{ lines, taken }], arrival);
  const seen = new SeenValues();
  for (const fact of touched) {
    seen.add('segment', fact.segment);
    seen.add('channel', fact.channel);
    seen.add('owner', fact.owner);
    seen.add('region', fact.region);
  }
  await addDimensionValues(tx, seen);
  const ids = touched.map((fact) => fact.accountId);
  if (ids.length > 0) await deriveRecords(tx, await recordsOfAccounts(tx, ids));
  await deriveRevenue(tx, ids);
  return taken;
}

export async function takeAccountFacts(
  tx: Tx,
  lines: readonly Line<AccountFact>[],
  arrival: Arrival,
): Promise<{ taken: Taken; touched: AccountFact[] }> {
  const facts = lines.flatMap((line) => (line.state === 'read' ? line.facts : []));
  const ids = [...new Set(facts.map((fact) => fact.accountId))];
  const kept = ids.length === 0 ? [] : await keptAccounts(tx, ids);
  const known = new Set(
    kept.map((row) => [row.source, row.account_id, row.version, row.content_hash].join('\0')),
  );
  const { taken, fresh } = sortLines(lines, (fact) => {
    const { source, accountId, version, contentHash } = fact;
    const row = [source, accountId, version, contentHash].join('\0');
    if (known.has(row)) return false;
    known.add(row);
    return true;
  });
  await insertAccounts(
    tx,
    fresh.map(({ fact, line }) => ({ ...fact, line })),
    arrival,
  );
  return { taken, touched: fresh.map(({ fact }) => fact) };
}
