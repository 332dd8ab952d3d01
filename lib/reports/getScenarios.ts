import {
  type PublicationsAnswer,
  type Scenario,
  type ScenariosAnswer,
  scenarioInputs,
  type VersionsAnswer,
} from '#lib/contract/scenarios.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { listPublications, type PublicationRow } from '#lib/store/publications.ts';
import { listScenarios, listScenarioVersions, type ScenarioRow } from '#lib/store/scenarios.ts';
import type { ReportContext } from './context.ts';

/** The organization's saved plans, the last changed first. */
export async function getScenarios({ pool, org }: ReportContext): Promise<ScenariosAnswer> {
  const scenarios = await inOrg(pool, org.id, 'read', (tx) => listScenarios(tx));
  return { data: { scenarios: scenarios.map(toScenario) } };
}

/** Every state that a scenario had, with who changed what. */
export async function getScenarioVersions(
  { pool, org }: ReportContext,
  id: string,
): Promise<VersionsAnswer> {
  const rows = await inOrg(pool, org.id, 'read', (tx) => listScenarioVersions(tx, id));
  const versions = rows.map(({ body, createdAt, ...row }) => ({
    ...row,
    inputs: scenarioInputs.parse(body),
    created_at: createdAt.toISOString(),
  }));
  return { data: { versions } };
}

/** What was ever published as the plan of a fiscal year, the newest first. */
export async function getPublications({ pool, org }: ReportContext): Promise<PublicationsAnswer> {
  const rows = await inOrg(pool, org.id, 'read', (tx) => listPublications(tx));
  return { data: { publications: rows.map((row, i) => toPublication(row, rows[i - 1])) } };
}

export function toScenario({ body, createdAt, updatedAt, ...row }: ScenarioRow): Scenario {
  return {
    ...row,
    inputs: scenarioInputs.parse(body),
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  };
}

/** `newer`: the publication before it in the list, newest first. */
export function toPublication(row: PublicationRow, newer?: PublicationRow) {
  return {
    fiscal_year: row.fiscalYear,
    current: newer?.fiscalYear !== row.fiscalYear,
    scenario_id: row.scenarioId,
    version: row.version,
    name: row.name,
    inputs: scenarioInputs.parse(row.body),
    author: row.author,
    remark: row.remark,
    published_at: row.publishedAt.toISOString(),
  };
}
