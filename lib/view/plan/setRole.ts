import type { PlanInput, PlannedHire, PlanRole } from '#lib/bowtie/plan/planTypes.ts';
import { LADDER, type LadderStage } from '#lib/bowtie/stages.ts';

type Setting = { field: string; value: number | readonly number[] };
type RoleSetting = Setting & { key: string };

/** `gone` takes a role away, `stage` (its place on the ladder) makes one. */
const FIELDS = ['stage', 'per_month', 'heads', 'attrition', 'cost', 'ramp', 'hires', 'gone'];
const MOST_RAMP = 36;
const MOST_HIRES = 60;

/** `tier:key`: 1 where the role works on the tier, 0 where it does not. */
const TIER = 'tier:';

export function isRoleField(field: string): boolean {
  return FIELDS.includes(field) || field.startsWith(TIER);
}

/**
 * The roles with what was set by hand: changed, taken away, and new ones at the end. `tiers`: all
 * that the plan has.
 */
export function staffed(
  roles: readonly PlanRole[],
  overrides: readonly RoleSetting[],
  tiers: readonly string[],
): PlanRole[] {
  const known = new Set(roles.map(({ role }) => role));
  const added = overrides
    .filter(({ field, key }) => field === 'stage' && !known.has(key))
    .map(({ key }): PlanRole => {
      return { role: key, stage: 'won', per_month: 0, ramp: [], heads: 0, attrition: 0 };
    });
  const isGone = ({ role }: PlanRole) =>
    overrides.some(({ key, field }) => key === role && field === 'gone');
  return [...roles, ...added]
    .filter((role) => !isGone(role))
    .map((role) => {
      const own = overrides.filter(({ key }) => key === role.role);
      return own.reduce((one, setting) => setTier(setRole(one, setting), setting, tiers), role);
    });
}

/** The tiers that a role works on. */
export function tiersOf(role: Pick<PlanRole, 'segments'>, tiers: readonly string[]): string[] {
  return tiers.filter((key) => role.segments?.includes(key) ?? true);
}

/** Tiers whose work at a stage falls to nobody, because every role there works on others. */
export function looseTiers(
  { segments, capacity }: Pick<PlanInput, 'segments' | 'capacity'>,
  stage: LadderStage,
): string[] {
  const tiers = segments.map(({ key }) => key);
  const roles = capacity.filter((one) => one.stage === stage);
  return tiers.filter((key) => !roles.some((role) => tiersOf(role, tiers).includes(key)));
}

/** What to set so that a role works on these tiers; `null` where it does so anyway. */
export function writeTiers(
  before: Pick<PlanRole, 'segments'>,
  wanted: readonly string[],
  tiers: readonly string[],
): { field: string; value: number | null }[] {
  const own = tiersOf(before, tiers);
  return tiers.map((key) => {
    const works = wanted.includes(key);
    return { field: `${TIER}${key}`, value: works === own.includes(key) ? null : Number(works) };
  });
}

function setTier(role: PlanRole, { field, value }: Setting, tiers: readonly string[]): PlanRole {
  const key = field.slice(TIER.length);
  if (!field.startsWith(TIER) || !tiers.includes(key)) return role;
  const own = tiersOf(role, tiers);
  const segments = tiers.filter((one) => (one === key ? value === 1 : own.includes(one)));
  return { ...role, segments: segments.length === tiers.length ? undefined : segments };
}

function setRole(role: PlanRole, { field, value }: Setting): PlanRole {
  if (typeof value !== 'number') {
    return field === 'hires' ? { ...role, hires: readHires(value) } : role;
  }
  switch (field) {
    case 'stage':
      return { ...role, stage: LADDER[value] ?? role.stage };
    case 'cost':
      return { ...role, cost: value.toFixed(2) };
    case 'ramp':
      return { ...role, ramp: evenRamp(value) };
    case 'attrition':
      return { ...role, attrition: Math.min(1, value) };
    case 'heads':
    case 'per_month':
      return { ...role, [field]: value };
    default:
      return role;
  }
}

/** So many months until a hire does all, in even steps from nothing. */
export function evenRamp(months: number): number[] {
  const length = Math.min(MOST_RAMP, Math.round(months));
  return Array.from({ length }, (_, m) => m / length);
}

/** Months until a hire does all. */
export function rampMonths({ ramp }: Pick<PlanRole, 'ramp'>): number {
  const full = ramp.findIndex((share) => share >= 1);
  return full === -1 ? ramp.length : full;
}

/** Hires as numbers: 202703, 2 is two from March 2027 on. */
export function writeHires(hires: readonly PlannedHire[]): number[] {
  return hires.flatMap(({ start, heads }) => [Number(start.replace('-', '')), heads]);
}

function readHires(numbers: readonly number[]): PlannedHire[] {
  return Array.from({ length: Math.min(MOST_HIRES, Math.floor(numbers.length / 2)) }, (_, i) => {
    const month = String(numbers[i * 2] ?? '');
    return { start: `${month.slice(0, 4)}-${month.slice(4)}`, heads: numbers[i * 2 + 1] ?? 0 };
  }).filter(({ start }) => /^2[01]\d{2}-(0[1-9]|1[0-2])$/.test(start));
}
