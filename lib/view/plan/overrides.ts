import type { PlanInput, PlanSegment } from '#lib/bowtie/plan/planTypes.ts';
import { isRoleField, staffed } from './setRole.ts';
import { isSegmentField, setSegment } from './setSegment.ts';

/** An input that a reader set by hand: of a tier (`s`) or a role (`r`). */
export type Override = {
  of: 's' | 'r';
  key: string;
  field: string;
  value: number | readonly number[];
};

/** Fields that are several numbers, even where it is one. */
const LISTS = /^(lag\..+|season|hires)$/;

/** Overrides as the address keeps them; what cannot be read is left out. */
export function readOverrides(text: string): Override[] {
  return text.split(';').flatMap((part): Override[] => {
    const [of, key, field, written] = part.split(':').map(decode);
    if ((of !== 's' && of !== 'r') || !key || !field || !written) return [];
    const known = of === 's' ? isSegmentField(field) : isRoleField(field);
    const numbers = written.split(',').map((one) => (one === '' ? Number.NaN : Number(one)));
    if (!known || numbers.some((one) => !Number.isFinite(one) || one < 0)) return [];
    const [first, ...more] = numbers;
    if (LISTS.test(field)) return [{ of, key, field, value: numbers }];
    return first === undefined || more.length > 0 ? [] : [{ of, key, field, value: first }];
  });
}

export function writeOverrides(overrides: readonly Override[]): string {
  return overrides
    .map(({ of, key, field, value }) => [of, encode(key), encode(field), String(value)].join(':'))
    .join(';');
}

/** The overrides with one set, or with `null` taken back. */
export function withOverride(
  overrides: readonly Override[],
  { value, ...at }: Omit<Override, 'value'> & { value: Override['value'] | null },
): Override[] {
  const rest = overrides.filter((one) => !isAt(one, at));
  return value === null ? rest : [...rest, { ...at, value }];
}

export function isAt(one: Override, at: Omit<Override, 'value'>): boolean {
  return one.of === at.of && one.key === at.key && one.field === at.field;
}

/** A plan's inputs with what was set by hand in place of what was measured. */
export function applyOverrides(input: PlanInput, overrides: readonly Override[]): PlanInput {
  const roles = overrides.filter(({ of }) => of === 'r');
  return {
    ...input,
    segments: input.segments.map((segment) =>
      overrides
        .filter(({ of, key }) => of === 's' && key === segment.key)
        .reduce<PlanSegment>((one, override) => setSegment(one, override, input), segment),
    ),
    capacity: staffed(
      input.capacity,
      roles,
      input.segments.map(({ key }) => key),
    ),
  };
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
