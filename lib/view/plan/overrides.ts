import type { PlanInput, PlanRole, PlanSegment } from '#lib/bowtie/plan/planTypes.ts';

/** An input that a reader set by hand: of a tier (`s`) or a role (`r`). */
export type Override = { of: 's' | 'r'; key: string; field: string; value: number };

const SEGMENT_FIELDS = ['opening_arr', 'nrr', 'share', 'acv', 'discount'] as const;
const ROLE_FIELDS = ['per_month', 'heads', 'attrition', 'cost'] as const;
const MONEY = new Set(['opening_arr', 'acv', 'cost']);

/** Overrides as the address keeps them; what cannot be read is left out. */
export function readOverrides(text: string): Override[] {
  return text.split(';').flatMap((part) => {
    const [of, key, field, number] = part.split(':').map(decode);
    const value = number === undefined || number === '' ? Number.NaN : Number(number);
    if ((of !== 's' && of !== 'r') || !key || !field || !Number.isFinite(value)) return [];
    if (!isField(of, field) || value < 0) return [];
    return [{ of, key, field, value }];
  });
}

export function writeOverrides(overrides: readonly Override[]): string {
  return overrides
    .map(({ of, key, field, value }) => [of, encode(key), encode(field), value].join(':'))
    .join(';');
}

/** The overrides with one set, or with `null` taken back. */
export function withOverride(
  overrides: readonly Override[],
  { value, ...at }: Omit<Override, 'value'> & { value: number | null },
): Override[] {
  const rest = overrides.filter((one) => !isAt(one, at));
  return value === null ? rest : [...rest, { ...at, value }];
}

export function isAt(one: Override, at: Omit<Override, 'value'>): boolean {
  return one.of === at.of && one.key === at.key && one.field === at.field;
}

/** A plan's inputs with what was set by hand in place of what was measured. */
export function applyOverrides(input: PlanInput, overrides: readonly Override[]): PlanInput {
  return {
    ...input,
    segments: input.segments.map((segment) =>
      overrides
        .filter(({ of, key }) => of === 's' && key === segment.key)
        .reduce<PlanSegment>(setSegment, segment),
    ),
    capacity: input.capacity.map((role) =>
      overrides.filter(({ of, key }) => of === 'r' && key === role.role).reduce(setRole, role),
    ),
  };
}

function setSegment(segment: PlanSegment, { field, value }: Override): PlanSegment {
  if (!field.includes('>')) return { ...segment, ...typed(field, value) };
  const rate = Math.min(1, value);
  return { ...segment, conversions: { ...segment.conversions, [field]: rate } };
}

function setRole(role: PlanRole, { field, value }: Override): PlanRole {
  return { ...role, ...typed(field, value) };
}

function typed(field: string, value: number): Record<string, number | string> {
  return { [field]: MONEY.has(field) ? value.toFixed(2) : value };
}

function isField(of: 's' | 'r', field: string): boolean {
  if (of === 'r') return ROLE_FIELDS.some((one) => one === field);
  return field.includes('>') || SEGMENT_FIELDS.some((one) => one === field);
}

function encode(text: string): string {
  return encodeURIComponent(text);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
