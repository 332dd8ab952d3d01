/**
 * Where two answers differ: counts, text and money exactly, rates and days beyond 1e-6. Fields that
 * only `actual` has are allowed. Empty when they agree.
 */
export function differences(actual: unknown, expected: unknown, path = ''): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path}: ${JSON.stringify(actual)} is not a list`];
    const length = actual.length === expected.length ? [] : [`${path}: ${actual.length} items`];
    return [
      ...length,
      ...expected.flatMap((one, i) => differences(actual[i], one, `${path}[${i}]`)),
    ];
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return [`${path}: is ${actual}`];
    const found: Record<string, unknown> = { ...actual };
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(found[key], value, `${path}.${key}`),
    );
  }
  const fraction = typeof expected === 'number' && !Number.isInteger(expected);
  const near = typeof actual === 'number' && typeof expected === 'number';
  const apart = near ? Math.abs(actual - expected) : 0;
  const approximate = fraction || (near && !Number.isInteger(actual));
  const same = approximate && near ? apart <= 1e-6 : actual === expected;
  return same ? [] : [`${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`];
}
