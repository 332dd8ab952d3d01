/**
 * An ascending list without one of its members for each of `less`; `missing` are those that it has
 * not.
 */
export function without(
  list: Float64Array,
  less: readonly number[],
): { list: Float64Array; missing: number[] } {
  const missing: number[] = [];
  if (less.length === 0) return { list, missing };
  const gone = Float64Array.from(less).sort();
  const kept = new Float64Array(list.length);
  let size = 0;
  let next = 0;
  const passUntil = (value: number) => {
    for (; next < gone.length && (gone[next] ?? 0) < value; next += 1)
      missing.push(gone[next] ?? 0);
  };
  for (const value of list) {
    passUntil(value);
    if (next < gone.length && gone[next] === value) next += 1;
    else kept[size++] = value;
  }
  passUntil(Number.POSITIVE_INFINITY);
  return { list: kept.subarray(0, size), missing };
}
