type Path = readonly (string | number)[];

/** Every place of a JSON value, itself but the outermost. */
export function pathsOf(value: unknown, at: Path = []): Path[] {
  const own = at.length === 0 ? [] : [at];
  if (typeof value !== 'object' || value === null) return own;
  const parts = Array.isArray(value) ? value.entries() : Object.entries(value);
  return [...own, ...[...parts].flatMap(([key, part]) => pathsOf(part, [...at, key]))];
}

/** A copy of a JSON value with other values at some places. */
export function changed(value: unknown, changes: readonly (readonly [Path, unknown])[]): unknown {
  const copy = structuredClone(value);
  for (const [path, other] of changes) {
    let holder: unknown = copy;
    for (const key of path.slice(0, -1)) holder = isHolder(holder) ? holder[key] : undefined;
    const last = path.at(-1);
    if (isHolder(holder) && last !== undefined) holder[last] = structuredClone(other);
  }
  return copy;
}

function isHolder(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}
