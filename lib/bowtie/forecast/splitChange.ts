/**
 * How much of each change is owed to each input: Shapley values, the mean contribution of an input
 * over all orders in which the inputs could have changed.
 *
 * `project` answers with the same number of amounts whatever its inputs. For each of them the
 * shares of all inputs sum to its change, and no order is preferred; an input that did not change
 * (the same value) has 0. Asks `project` 2^inputs times, inputs at most 10.
 * Source: definitions, section 9 (the general form of the split of a product).
 * @example
 * const area = ({ width, height }) => [width * height];
 * splitChange({ width: 2, height: 3 }, { width: 4, height: 5 }, area)
 * // => { width: [8], height: [6] }
 */
export function splitChange<T extends object>(
  before: T,
  after: T,
  project: (inputs: T) => readonly number[],
): Record<keyof T, number[]> {
  const names = Object.keys(before) as (keyof T)[];
  const size = names.length;
  if (size > MOST) throw new RangeError(`more than ${MOST} inputs`);
  const told = Array.from({ length: 1 << size }, (_, set) => {
    const mixed = { ...before };
    names.forEach((name, i) => {
      if ((set & (1 << i)) !== 0) mixed[name] = after[name];
    });
    return project(mixed);
  });
  const parts = told[0]?.length ?? 0;
  const shareOf = (own: number) =>
    Array.from({ length: parts }, (_, part) => {
      let sum = 0;
      for (let set = 0; set < 1 << size; set += 1) {
        if ((set & (1 << own)) !== 0) continue;
        const step = (told[set | (1 << own)]?.[part] ?? 0) - (told[set]?.[part] ?? 0);
        sum += orderShare(bitsOf(set), size) * step;
      }
      return sum;
    });
  return Object.fromEntries(names.map((name, i) => [name, shareOf(i)])) as Record<
    keyof T,
    number[]
  >;
}

const MOST = 10;

/** Share of all orders in which exactly one given set of `changed` inputs comes before one. */
function orderShare(changed: number, size: number): number {
  let share = 1 / size;
  for (let i = 1; i <= changed; i += 1) share *= i / (size - i);
  return share;
}

function bitsOf(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
