/** A break may come here without a hyphen: the line breaker takes an empty part for a space. */
const HERE = '';
const WIDE = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/;
/** What may not begin a line, and what may not end one. */
const CLOSES = /[、。，．：；！？）」』】〉》”’…·%％,.:;!?)\]]/;
const OPENS = /[（「『【〈《“‘([$¥€£]/;
/** A name without spaces that is longer must break somewhere. */
const LONGEST = 24;

/** Where a word may break: Chinese between any two characters but before a stop, Latin nowhere. */
export function breakWord(word: string): string[] {
  const letters = [...word];
  const isLong = letters.length > LONGEST;
  const parts: string[] = [];
  letters.forEach((letter, i) => {
    const before = letters[i - 1];
    const last = parts.length - 1;
    if (before === undefined || !(isLong || mayBreak(before, letter))) {
      parts[Math.max(0, last)] = (parts[last] ?? '') + letter;
    } else parts.push(HERE, letter);
  });
  return parts;
}

function mayBreak(before: string, after: string): boolean {
  if (CLOSES.test(after) || OPENS.test(before)) return false;
  return WIDE.test(before) || WIDE.test(after);
}
