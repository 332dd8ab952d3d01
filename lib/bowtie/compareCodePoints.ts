/** UTF-16 units above the surrogates sort before them by code point. */
function weight(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/**
 * Orders two strings by Unicode code point, as Postgres does under collation "C".
 *
 * JavaScript's `<` compares UTF-16 units and puts U+1F600 before U+FFFD; this does not.
 * A prefix sorts first. Negative, 0 or positive, as `Array.sort` wants it.
 * Source: definitions, section 3 rule 6.
 * @example
 * compareCodePoints('a', 'b') < 0 // => true
 * compareCodePoints('\u{1F600}', '\uFFFD') > 0 // => true
 * compareCodePoints('ab', 'a') > 0 // => true
 * compareCodePoints('é', 'é') // => 0
 */
export function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return weight(left) - weight(right);
  }
  return a.length - b.length;
}
