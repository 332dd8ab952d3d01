const NONE = new Float64Array();

/** One ascending list of several. */
export function mergeSorted(lists: readonly Float64Array[]): Float64Array {
  const [first, second] = lists;
  if (first === undefined) return NONE;
  if (second === undefined) return first;
  const half = lists.length >> 1;
  return mergeTwo(mergeSorted(lists.slice(0, half)), mergeSorted(lists.slice(half)));
}

export function mergeTwo(a: Float64Array, b: Float64Array): Float64Array {
  const merged = new Float64Array(a.length + b.length);
  let i = 0;
  let j = 0;
  let to = 0;
  while (i < a.length && j < b.length) {
    const left = a[i] as number;
    const right = b[j] as number;
    if (left <= right) {
      merged[to++] = left;
      i += 1;
    } else {
      merged[to++] = right;
      j += 1;
    }
  }
  merged.set(i < a.length ? a.subarray(i) : b.subarray(j), to);
  return merged;
}

/** The list without one of its members for each of `less`. */
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
