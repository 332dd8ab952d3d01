import type { Pool } from 'pg';
import type { ImportKind } from '#lib/contract/ingest.ts';
import { deriveContracts } from './deriveContracts.ts';
import { deriveImport } from './deriveImport.ts';

/** Derives all that follows from the facts of an import, whatever they are of. */
export async function deriveTaken(
  pool: Pool,
  orgId: string,
  { id, kind }: { id: string; kind: ImportKind },
  signal?: AbortSignal,
): Promise<void> {
  if (kind === 'events') await deriveImport(pool, orgId, id, signal);
  if (kind === 'contracts') await deriveContracts(pool, orgId, id, signal);
}
