import type { SegmentsAnswer } from '#lib/contract/segments.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { writtenSegments } from '#lib/store/writtenSegments.ts';
import type { ReportContext } from './context.ts';

const MOST = 2000;

/** The values to which a rule for segments can give a meaning. */
export async function getSegments({ pool, org }: ReportContext): Promise<SegmentsAnswer> {
  const found = await inOrg(pool, org.id, 'read', (tx) => writtenSegments(tx, MOST + 1));
  return { written: found.slice(0, MOST), more: found.length > MOST };
}
