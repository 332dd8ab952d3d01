/** An ascending list without one of its members for each of `less`. */
export function without(list: Float64Array, less: readonly number[]): Float64Array {
  if (less.length === 0) return list;
  const gone = Float64Array.from(less).sort();
  const kept = new Float64Array(list.length);
  let size = 0;
  let next = 0;
  for (const value of list) {
    while (next < gone.length && (gone[next] ?? 0) < value) next += 1;
    if (next < gone.length && gone[next] === value) next += 1;
    else kept[size++] = value;
  }
  return kept.subarray(0, size);
}
