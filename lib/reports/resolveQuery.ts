import { asOfInstant } from '#lib/bowtie/asOfInstant.ts';
import { startOfLocalDay } from '#lib/bowtie/localDay.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { AnswerMeta } from '#lib/contract/bowtie.ts';
import { Refusal } from '#lib/contract/errors.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import { eventRange } from '#lib/store/eventRange.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { QuestionScope, Range } from '#lib/store/questionScope.ts';
import { checkValues } from './checkValues.ts';

import { isoOf } from './isoOf.ts';

const DEFINITIONS_VERSION = 1;

/** A query with its days and defaults made definite for one organization. */
export type Resolved = {
  query: BowtieQuery;
  range: Range;
  asOf: Instant;
  /** For entries and stock: new business only, unless motion is asked for. */
  scope: QuestionScope;
  meta: AnswerMeta;
};

/** Checks the query against the organization and resolves it; refusals name the field. */
export async function resolveQuery(
  tx: Tx,
  org: Org,
  query: BowtieQuery,
  now: Date,
): Promise<Resolved> {
  if (query.from > query.to) {
    throw invalid('from', 'must not be after "to"');
  }
  await checkValues(tx, org, query.where);
  const asOf = asOfInstant(query.asOf, org.timeZone, now.getTime());
  if (asOf === null) throw invalid('as_of', 'must be a date or an instant with zone');
  const { by, rule } = query;
  const motion = query.where.motion ?? (by === 'motion' ? undefined : ['new_business']);
  const where = motion === undefined ? query.where : { ...query.where, motion };
  const limits = [query.windowDays, query.horizonDays].filter((days) => days !== null);
  return {
    query,
    range: instantsOf(query, org.timeZone),
    asOf,
    scope: { asOf, rule, stages: org.stages, by, where, timeZone: org.timeZone, limits },
    meta: await metaOf(tx, org, query, asOf),
  };
}

/** `from` and `to` as the starts of those local days. */
export function instantsOf(range: DayRange, timeZone: string): Range {
  return {
    from: startOfLocalDay(range.from, timeZone),
    to: startOfLocalDay(range.to, timeZone),
  };
}

async function metaOf(tx: Tx, org: Org, query: BowtieQuery, asOf: Instant): Promise<AnswerMeta> {
  const { last } = await eventRange(tx, asOf);
  return {
    org: org.slug,
    from: query.from,
    to: query.to,
    as_of: isoOf(asOf),
    time_zone: org.timeZone,
    currency: org.currency,
    clock: query.clock,
    rule: query.rule,
    window_days: query.windowDays,
    horizon_days: query.horizonDays,
    by: query.by,
    filters: query.where,
    definitions_version: DEFINITIONS_VERSION,
    data_through: last === null ? null : isoOf(last),
    warnings: [],
  };
}

function invalid(path: string, message: string): Refusal {
  return new Refusal('invalid_request', `${path}: ${message}`, [{ path, message }]);
}
