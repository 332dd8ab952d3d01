/**
 * Where an answer differs from what was told: fields beyond it are allowed, counts and money are
 * exact, rates and days agree to 1e-6.
 */
export function differences(wanted: unknown, got: unknown, path = ''): string[] {
  if (wanted === undefined) return [];
  if (typeof wanted === 'number' && typeof got === 'number') {
    const close = Math.abs(wanted - got) <= (Number.isInteger(wanted) ? 1e-9 : 1e-6);
    return close ? [] : [`${path}: wanted ${wanted}, got ${got}`];
  }
  if (Array.isArray(wanted) && Array.isArray(got)) {
    if (wanted.length !== got.length) {
      return [`${path}: wanted ${wanted.length} items, got ${got.length}`];
    }
    return wanted.flatMap((item, i) => differences(item, got[i], `${path}[${i}]`));
  }
  if (isObject(wanted) && isObject(got)) {
    return Object.keys(wanted).flatMap((key) =>
      differences(wanted[key], got[key], path === '' ? key : `${path}.${key}`),
    );
  }
  return Object.is(wanted, got)
    ? []
    : [`${path}: wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
