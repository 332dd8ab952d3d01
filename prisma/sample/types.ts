import type { LadderStage, Stage } from '#lib/bowtie/stages.ts';
import type { Day, Moment } from './calendar.ts';

export const TIERS = ['small', 'mid', 'key'] as const;
export type Tier = (typeof TIERS)[number];

export const PODS = ['Aspen', 'Birch', 'Cedar', 'Maple'] as const;
export type Pod = (typeof PODS)[number];

export const ROLES = ['MDR', 'SDR', 'ADR', 'AE', 'KA', 'ONB', 'CSM'] as const;
export type Role = (typeof ROLES)[number];

export type Step = 'prospect>mql' | 'mql>sql' | 'sql>sal' | 'sal>won';

/** Rows as a caller of the public API would send them. */
export type SampleEvent = {
  event_id: string;
  record_id: string;
  stage: Stage;
  occurred_at: string;
  account_id?: string;
  motion?: string;
  segment?: string;
  channel?: string;
  owner?: string;
  product?: string;
  region?: string;
  amount?: string;
  currency?: string;
  close_date?: string;
  version?: number;
};
export type SampleAccount = {
  account_id: string;
  name: string;
  segment: Tier;
  channel: string;
  region?: string;
};
export type SampleContract = {
  contract_id: string;
  account_id: string;
  starts_on: string;
  ends_on: string;
  cancelled_on?: string;
  arr: string;
  currency: string;
  product: string;
  segment: Tier;
  motion: string;
};
export type SamplePerson = { owner: string; name: string; role: Role };
export type SamplePodMember = { pod: Pod; owner: string; fromDate: string; toDate: string | null };
export type SampleCost = {
  month: string;
  kind: 'role' | 'channel';
  name: string;
  amount: string;
  currency: string;
};
export type SampleRate = { onDate: string; currency: string; rate: string };
export type SampleOrg = {
  slug: string;
  name: string;
  time_zone: string;
  currency: string;
  week_start: 'mon';
  fiscal_start_month: number;
  stages: LadderStage[];
  renewal_grace_days: number;
  order: { segment: string[] };
};
export type Sample = {
  org: SampleOrg;
  people: SamplePerson[];
  podMembers: SamplePodMember[];
  accounts: SampleAccount[];
  /** In order of arrival. */
  events: SampleEvent[];
  contracts: SampleContract[];
  costs: SampleCost[];
  rates: SampleRate[];
};

/** What stays the same over a record's life. */
export type Pursuit = {
  recordId: string;
  motion: 'new_business' | 'expansion';
  tier: Tier;
  channel: string;
  region: string | null;
  product: string;
  currency: string;
};

/** One event while it is being made; `finishRecord` turns drafts into rows. */
export type Draft = {
  stage: Stage;
  at: Moment;
  owner?: string;
  accountId?: string;
  amount?: number;
  closeDate?: Day;
  /** Days until the row reached the system; 0 for nearly all. */
  delay?: number;
  /** A first, wrong time of the same event, sent as the lower version. */
  wrongAt?: Moment;
};

/** A customer to be: what the knot hands to the right side. */
export type Customer = {
  pursuit: Pursuit;
  accountId: string;
  arr: number;
  wonAt: Moment;
  pod: Pod | null;
  /** Won before the history begins: only contracts and later movements are known. */
  installed: boolean;
};
