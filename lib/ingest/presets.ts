import { isDeepStrictEqual } from 'node:util';
import { type ImportKind, type Mapping, mappingBody } from '#lib/contract/ingest.ts';
import { PRESETS } from '#lib/contract/uploads.ts';

export type Preset = { kind: ImportKind; mapping: Mapping };
type Name = (typeof PRESETS)[number];

const MOTIONS = {
  'New Business': 'new_business',
  'New Customer': 'new_business',
  'Existing Business': 'expansion',
  'Existing Customer - Upgrade': 'expansion',
  'Existing Customer - Replacement': 'expansion',
  'Existing Customer - Downgrade': 'renewal',
  Renewal: 'renewal',
};

const SALESFORCE_STAGES = {
  Prospecting: 'mql',
  Qualification: 'sql',
  'Needs Analysis': 'sql',
  'Value Proposition': 'sal',
  'Id. Decision Makers': 'sal',
  'Perception Analysis': 'sal',
  'Proposal/Price Quote': 'sal',
  'Negotiation/Review': 'sal',
  'Closed Won': 'won',
  'Closed Lost': 'lost',
};

const HUBSPOT_STAGES = {
  appointmentscheduled: 'sql',
  qualifiedtobuy: 'sal',
  presentationscheduled: 'sal',
  decisionmakerboughtin: 'sal',
  contractsent: 'sal',
  closedwon: 'won',
  closedlost: 'lost',
};

/** Mappings for exports of known shape; a stage that an org named itself stays to be mapped. */
const BODIES: Record<Name, { kind: ImportKind; mapping: unknown }> = {
  'salesforce-opportunity-history': {
    kind: 'events',
    mapping: {
      columns: {
        event_id: 'Id',
        record_id: 'OpportunityId',
        stage: 'StageName',
        occurred_at: 'CreatedDate',
        amount: 'Amount',
        close_date: 'CloseDate',
      },
      constants: { source: 'salesforce' },
      stages: SALESFORCE_STAGES,
    },
  },
  'fivetran-salesforce-opportunities': {
    kind: 'events',
    mapping: {
      columns: {
        account_id: 'account_id',
        amount: 'amount',
        owner: 'owner_id',
        channel: 'lead_source',
        motion: 'type',
        close_date: 'close_date',
      },
      constants: { source: 'salesforce' },
      values: { motion: MOTIONS },
      wide: {
        record_id: 'id',
        stages: { sql: 'created_date' },
        outcome: {
          date: 'close_date',
          column: 'stage_name',
          values: { 'Closed Won': 'won', 'Closed Lost': 'lost' },
        },
      },
    },
  },
  'fivetran-hubspot-deal-stages': {
    kind: 'events',
    mapping: {
      columns: { record_id: 'deal_id', stage: 'value', occurred_at: 'date_entered' },
      constants: { source: 'hubspot' },
      stages: HUBSPOT_STAGES,
    },
  },
  'fivetran-salesforce-accounts': {
    kind: 'accounts',
    mapping: {
      columns: {
        account_id: 'id',
        name: 'name',
        segment: 'industry',
        channel: 'account_source',
        owner: 'owner_id',
        region: 'billing_country',
      },
      constants: { source: 'salesforce' },
    },
  },
};

export function findPreset(name: string): Preset | null {
  if (!Object.hasOwn(BODIES, name)) return null;
  const { kind, mapping } = BODIES[name as Name];
  return { kind, mapping: mappingBody.parse(mapping) };
}

/** The name of the preset that says the same as a mapping. */
export function presetLike(kind: ImportKind, mapping: Mapping): string | null {
  const same = (name: string) => {
    const preset = findPreset(name);
    return preset?.kind === kind && isDeepStrictEqual(preset.mapping, mapping);
  };
  return PRESETS.find(same) ?? null;
}
