/** As many buckets at most: their counts stay in a processor's cache. */
const MOST_BITS = 16;
/** Of so many in one bucket each is compared with half of the others. */
const FULL = 64;

/** One for all sorts, none of which is interrupted: to get as much for each takes longer. */
const counts = new Int32Array(1 << MOST_BITS);
let spare = new Float64Array();

/**
 * Sorts numbers from 0 up, in place, in the time of three walks: first into buckets, then the few
 * of each bucket. Of such numbers the greater one has the greater bits; a bucket is what shares the
 * highest ones. To merge dozens of lists takes five walks and more, guessing wrong at every other
 * step. False, and nothing done, where a bucket would hold too many, or a number is below 0.
 */
export function bucketSort(values: Float64Array): boolean {
  const size = values.length;
  const bits = new Uint32Array(values.buffer, values.byteOffset, size * 2);
  const { low, high } = edgesOf(bits);
  if (high >= 0x80000000) return false;
  const wanted = Math.min(MOST_BITS, Math.ceil(Math.log2(size + 1)));
  let shift = 0;
  while ((high - low) >>> shift >= 1 << wanted) shift += 1;
  if (!countBuckets(bits, low, shift, (high - low) >>> shift)) return false;
  if (spare.length < size) spare = new Float64Array(size * 2);
  for (let i = 0; i < size; i += 1) {
    const bucket = ((bits[i * 2 + 1] as number) - low) >>> shift;
    const to = counts[bucket] as number;
    spare[to] = values[i] as number;
    counts[bucket] = to + 1;
  }
  insertSorted(values);
  return true;
}

/** The least and the greatest of the upper halves. */
function edgesOf(bits: Uint32Array): { low: number; high: number } {
  let [low, high] = [0xffffffff, 0];
  for (let i = 1; i < bits.length; i += 2) {
    const bit = bits[i] as number;
    if (bit < low) low = bit;
    if (bit > high) high = bit;
  }
  return { low, high };
}

/** Leaves in `counts` where each bucket begins; false where one is too full. */
function countBuckets(bits: Uint32Array, low: number, shift: number, last: number): boolean {
  counts.fill(0, 0, last + 1);
  for (let i = 1; i < bits.length; i += 2) {
    const bucket = ((bits[i] as number) - low) >>> shift;
    counts[bucket] = (counts[bucket] as number) + 1;
  }
  let place = 0;
  for (let bucket = 0; bucket <= last; bucket += 1) {
    const count = counts[bucket] as number;
    if (count > FULL) return false;
    counts[bucket] = place;
    place += count;
  }
  return true;
}

/** From `spare`, in which each is a few places from its own at most. */
function insertSorted(values: Float64Array): void {
  for (let i = 0; i < values.length; i += 1) {
    const value = spare[i] as number;
    let to = i;
    while (to > 0 && (values[to - 1] as number) > value) {
      values[to] = values[to - 1] as number;
      to -= 1;
    }
    values[to] = value;
  }
}
