import type { Pool, PoolClient } from 'pg';
import sql, { type Sql } from 'sql-template-tag';
import { z } from 'zod';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { formatCents, parseCents } from '#lib/bowtie/money.ts';
import type { SegmentRule } from '#lib/bowtie/segmentByRule.ts';
import { LADDER } from '#lib/bowtie/stages.ts';
import { Refusal } from '#lib/contract/errors.ts';
import { type OrgAnswer, WEEK_DAYS } from '#lib/contract/org.ts';
import { type OrgChanges, type OrgInput, orgChanges, orgInput } from '#lib/contract/orgInput.ts';
import { parse } from '#lib/contract/parse.ts';
import { segmentRule } from '#lib/contract/segmentRule.ts';

export const orgRow = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  weekStart: z.enum(WEEK_DAYS),
  fiscalStartMonth: z.int(),
  stages: z.array(z.enum(LADDER)),
  renewalGraceDays: z.int(),
  order: z.partialRecord(z.enum(DIMENSIONS), z.array(z.string())),
  segmentRule,
  isSample: z.boolean(),
  /** Counts the changes that all derived data followed. */
  generation: z.int(),
  /** Changes of settings that are on their way. */
  changing: z.int(),
});

/** A tenant with the settings that its numbers depend on. */
export type Org = z.infer<typeof orgRow>;

export const orgColumns = sql`id, slug, name, time_zone as "timeZone", currency,
  week_start as "weekStart", fiscal_start_month as "fiscalStartMonth", stages, renewal_grace_days as "renewalGraceDays",
  dimension_order as "order", segment_rule as "segmentRule", is_sample as "isSample", generation, changing`;

/** The sample first, then by age: the first one is what a page without an address opens. */
export async function listOrgs(pool: Pool): Promise<Org[]> {
  return ask(pool, sql`select ${orgColumns} from org order by is_sample desc, created_at, slug`);
}

export async function findOrg(pool: Pool, slug: string): Promise<Org | null> {
  if (slug.includes('\0')) return null;
  const found = await ask(pool, sql`select ${orgColumns} from org where slug = ${slug}`);
  return found[0] ?? null;
}

export async function findOrgById(db: Pool | PoolClient, id: string): Promise<Org | null> {
  const found = await ask(db, sql`select ${orgColumns} from org where id = ${id}::uuid`);
  return found[0] ?? null;
}

/** Refuses a taken slug with `conflict`, faults of the settings with `invalid_request`. */
export async function createOrg(
  pool: Pool | PoolClient,
  org: OrgInput & { isSample?: boolean },
  at: { id: string; now: Date },
): Promise<Org> {
  const { isSample = false, ...rest } = org;
  const input = parse(orgInput, rest);
  const created = await ask(
    pool,
    sql`insert into org (id, slug, name, time_zone, currency, week_start, fiscal_start_month,
        stages, renewal_grace_days, dimension_order, segment_rule, is_sample, created_at)
      values (${at.id}::uuid, ${input.slug}, ${input.name}, ${input.time_zone}, ${input.currency},
        ${input.week_start}, ${input.fiscal_start_month}, ${input.stages},
        ${input.renewal_grace_days}, ${JSON.stringify(input.order)}::jsonb,
        ${JSON.stringify(input.segment_rule)}::jsonb, ${isSample}, ${at.now})
      on conflict (slug) do nothing returning ${orgColumns}`,
  );
  if (created[0]) return created[0];
  throw new Refusal('conflict', `slug: an organization "${input.slug}" exists; choose another`, [
    { path: 'slug', message: 'is taken' },
  ]);
}

/** The caller rebuilds the derived data afterwards when `rebuildNeeded` says so. */
export async function updateOrg(
  db: Pool | PoolClient,
  slug: string,
  changes: OrgChanges,
): Promise<Org> {
  const input = parse(orgChanges, changes);
  const order = input.order === undefined ? null : JSON.stringify(input.order);
  const rule = input.segment_rule === undefined ? null : JSON.stringify(input.segment_rule);
  const updated = await ask(
    db,
    sql`update org set name = coalesce(${input.name ?? null}, name),
        time_zone = coalesce(${input.time_zone ?? null}, time_zone),
        currency = coalesce(${input.currency ?? null}, currency),
        week_start = coalesce(${input.week_start ?? null}, week_start),
        fiscal_start_month = coalesce(${input.fiscal_start_month ?? null}::int, fiscal_start_month),
        stages = coalesce(${input.stages ?? null}::text[], stages),
        renewal_grace_days = coalesce(${input.renewal_grace_days ?? null}::int, renewal_grace_days),
        dimension_order = coalesce(${order}::jsonb, dimension_order),
        segment_rule = coalesce(${rule}::jsonb, segment_rule)
      where slug = ${slug} returning ${orgColumns}`,
  );
  if (updated[0]) return updated[0];
  throw new Refusal('not_found', `there is no organization "${slug}"`);
}

/** Whether derived rows were made with settings that are no longer true. */
export function rebuildNeeded(before: Org, after: Org): boolean {
  return (
    before.timeZone !== after.timeZone ||
    before.currency !== after.currency ||
    before.renewalGraceDays !== after.renewalGraceDays ||
    before.stages.join() !== after.stages.join() ||
    ruleText(before.segmentRule) !== ruleText(after.segmentRule)
  );
}

/** Equal for rules that say the same: the order of names says nothing, and is not kept. */
function ruleText({ names, bands }: SegmentRule): string {
  const sorted = Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    sorted,
    bands.map(({ from, segment }) => [formatCents(parseCents(from)), segment]),
  ]);
}

/** An organization as the wire tells it. */
export function toOrgAnswer(org: Org): OrgAnswer {
  return {
    slug: org.slug,
    name: org.name,
    time_zone: org.timeZone,
    currency: org.currency,
    week_start: org.weekStart,
    fiscal_start_month: org.fiscalStartMonth,
    stages: org.stages,
    renewal_grace_days: org.renewalGraceDays,
    order: org.order,
    segment_rule: org.segmentRule,
    is_sample: org.isSample,
  };
}

async function ask(db: Pool | PoolClient, question: Sql): Promise<Org[]> {
  const result = await db.query({ text: question.text, values: question.values });
  return result.rows.map((row) => orgRow.parse(row));
}
