const PAUSE = 30 * 60_000;

type Looks = { before: number | null; last: number };

/**
 * The time of the look before this one, and what to keep. Looks within half an hour are one: a page
 * that is loaded again still tells what it told.
 */
export function lastLook(kept: string | null, now: number): { since: string | null; kept: string } {
  const looks = read(kept);
  const fresh = looks !== null && now - looks.last < PAUSE;
  const before = looks === null ? null : fresh ? looks.before : looks.last;
  return {
    since: before === null ? null : new Date(before).toISOString(),
    kept: JSON.stringify({ before, last: now }),
  };
}

function read(kept: string | null): Looks | null {
  try {
    const looks = JSON.parse(kept ?? 'null') as Partial<Looks> | null;
    if (typeof looks?.last !== 'number') return null;
    return { last: looks.last, before: typeof looks.before === 'number' ? looks.before : null };
  } catch {
    return null;
  }
}
