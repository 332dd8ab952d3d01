import { addDays, addMonths } from '#lib/bowtie/localDay.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { Assumption } from '#lib/contract/planMeta.ts';
import { joinValues } from '#lib/contract/valueList.ts';
import type { Metric } from '../definitions/metrics.ts';
import { writeDrill } from '../records/drill.ts';
import type { Text } from '../text.ts';

/** A list of records behind a measured input, as the address opens it. */
export type InputRecords = { says: Text; open: string; outcome: 'advanced' | null };

type Asked = {
  assumption: Assumption;
  /** The tier of the input, or null for a role. */
  segment: string | null;
  /** The stage that a role works at. */
  stage: LadderStage | null;
  /** Those of the organization that are on. */
  ladder: readonly LadderStage[];
};

/** The lists that a measured input was counted from; none behind what was not measured. */
export function inputRecords({ assumption, segment, stage, ladder }: Asked): InputRecords[] {
  const { path, source, from, to } = assumption;
  if ((source !== 'segment' && source !== 'organization') || from === null || to === null)
    return [];
  const [list, key = '', field = '', ...rest] = path.split('.');
  const own = source === 'segment' && segment !== null ? { segment: joinValues([segment]) } : {};
  const span = { from, to };
  if (list === 'capacity') return roleRecords(key, field, { to, stage, ladder });
  const conversion = rest.join('.');
  const all = { ...span, ...own };
  switch (field) {
    case 'conversions':
      return [listOf('base', writeDrill(conversion, { ...all, clock: 'cohort' }))];
    case 'lags':
      return [
        listOf('base', writeDrill(conversion, { ...all, clock: 'cohort' })),
        listOf('advanced', writeDrill(conversion, { ...all, clock: 'cohort' }), 'advanced'),
      ];
    case 'acv':
    case 'share':
    case 'seasonality':
      return [listOf('wins', writeDrill('won', all))];
    case 'nrr':
      return retention(all, ['expansion', 'contraction', 'churn']);
    case 'grr':
      return retention(all, ['contraction', 'churn']);
    default:
      return [];
  }
}

/** The accounts of the base, and those of them that moved. */
function retention(asked: Record<string, string>, movements: string[]): InputRecords[] {
  const base = listOf('retained', writeDrill('retention-base', asked));
  return [base, ...movements.map((one) => listOf(one, writeDrill(one, asked)))];
}

function listOf(what: string, open: string, outcome: 'advanced' | null = null): InputRecords {
  return { says: { key: `planInputs.about.list.${what}` }, open, outcome };
}

const HEADS_MONTHS = 3;
const PACE_MONTHS = 12;

/** What the heads of a role took on, over the whole months that were looked at. */
function roleRecords(
  role: string,
  field: string,
  { to, stage, ladder }: Pick<Asked, 'stage' | 'ladder'> & { to: string },
): InputRecords[] {
  const months = field === 'heads' ? HEADS_MONTHS : field === 'per_month' ? PACE_MONTHS : 0;
  const end = `${addDays(to, -1).slice(0, 8)}01`;
  const next = stage === null ? undefined : ladder[ladder.indexOf(stage) + 1];
  if (months === 0 || next === undefined) return [];
  const span = { from: addMonths(end, -months), to: end };
  const open = writeDrill(`${stage}>${next}`, { ...span, clock: 'cohort', giver_role: role });
  return [listOf('taken', open)];
}

const METRICS: Readonly<Record<string, Metric>> = {
  ...{ conversions: 'matured', lags: 'days', nrr: 'nrr', grr: 'grr', opening_arr: 'arr' },
  ...{ acv: 'amount', seasonality: 'winRate', share: 'amount' },
};

/** The definition that an input stands on; null where only the plan knows it. */
export function inputMetric(path: string): Metric | null {
  return METRICS[path.split('.')[2] ?? ''] ?? null;
}
