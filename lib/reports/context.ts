import type { Pool } from 'pg';
import type { Org } from '#lib/store/orgs.ts';

/** On whose behalf a report is made. */
export type ReportContext = { pool: Pool; org: Org };
