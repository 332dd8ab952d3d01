import type { z } from 'zod';
import { compareCodePoints } from '#lib/bowtie/compareCodePoints.ts';
import { conversionStats } from '#lib/bowtie/conversionStats.ts';
import { mergeHistograms } from '#lib/bowtie/durationHistogram.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import type { HandOffsAnswer, handOffsParams } from '#lib/contract/stages.ts';
import { countHandOffs, type HandOffRow } from '#lib/store/countHandOffs.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { histogramOf } from '../cohorts.ts';
import type { ReportContext } from '../context.ts';
import { resolveConversion } from './stagesQuery.ts';

/** Who hands to whom: by the role of the owner, or by owner. */
export async function getHandOffs(
  { pool, org }: ReportContext,
  params: z.output<typeof handOffsParams>,
  now: Date,
): Promise<HandOffsAnswer> {
  const { level, ...rest } = params;
  return inOrg(pool, org.id, 'read', async (tx) => {
    const { scope, range, meta, query, to } = await resolveConversion(tx, org, rest, now);
    const rows = await countHandOffs(tx, scope, range, to);
    const ofGiver = (row: HandOffRow) => keyOf(level, row.fromRole, row.fromOwner);
    const givers = Map.groupBy(rows, ofGiver);
    const pairs = Map.groupBy(
      rows.filter((row) => row.toOwner !== null),
      (row) => `${ofGiver(row)} ${keyOf(level, row.toRole, row.toOwner)}`,
    );
    return {
      data: {
        from: [...givers.values()].map((own) => giverOf(level, own, query)).sort(byBase),
        pairs: [...pairs.values()]
          .flatMap((own) => pairOf(level, own, query))
          .sort((a, b) => b.advanced - a.advanced),
      },
      meta,
    };
  });
}

type Level = 'role' | 'owner';
type Giver = HandOffsAnswer['data']['from'][number];

function keyOf(level: Level, role: string | null, owner: string | null): string {
  return JSON.stringify(level === 'role' ? [role] : [role, owner]);
}

function byBase(a: Giver, b: Giver): number {
  return b.base - a.base || compareCodePoints(a.owner ?? a.role, b.owner ?? b.role);
}

function statsOf(rows: readonly HandOffRow[], query: BowtieQuery) {
  const histogram = mergeHistograms(rows.map((row) => histogramOf({ ...row, outOfOrder: false })));
  const { approximate: _, matured: __, ...stats } = conversionStats(histogram, query);
  return stats;
}

function giverOf(level: Level, rows: readonly HandOffRow[], query: BowtieQuery): Giver {
  const owners = [...new Set(rows.map((row) => row.fromOwner))].sort(compareCodePoints);
  return {
    role: rows[0]?.fromRole ?? 'unknown',
    owner: level === 'owner' ? (owners[0] ?? null) : null,
    owners,
    ...statsOf(rows, query),
  };
}

function pairOf(level: Level, rows: readonly HandOffRow[], query: BowtieQuery) {
  const first = rows[0];
  if (first === undefined) return [];
  const { advanced, days } = statsOf(rows, query);
  if (advanced === 0) return [];
  const who = (role: string | null, owner: string | null) => ({
    role: role ?? 'unknown',
    owner: level === 'owner' ? owner : null,
  });
  const [from, to] = [who(first.fromRole, first.fromOwner), who(first.toRole, first.toOwner)];
  return [{ from, to, advanced, days }];
}
