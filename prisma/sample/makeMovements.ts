import { type Day, MINUTES } from './calendar.ts';
import type { Change } from './makeLines.ts';
import type { Random } from './random.ts';
import type { Draft } from './types.ts';
import { workTime } from './workTime.ts';

type Movement = { recordId: string; draft: Draft };

/** A price rise goes into the renewal; more than that is an expansion of its own. */
const PRICE_RISE = 1.04;

function renewal(
  at: number,
  owner: string,
  before: number,
  { old, arr }: { old: number; arr: number },
): Draft[] {
  const delta = arr - old;
  if (delta < 0) {
    return [
      { stage: 'renewed', at, owner, amount: before },
      { stage: 'contracted', at, owner, amount: -delta },
    ];
  }
  if (arr <= old * PRICE_RISE) return [{ stage: 'renewed', at, owner, amount: before + delta }];
  return [
    { stage: 'renewed', at, owner, amount: before },
    { stage: 'expanded', at, owner, amount: delta },
  ];
}

/**
 * The events that tell the same story as the contracts: summed per record by the rules for events
 * (section 7 of the definitions), they give the same ARR.
 */
export function makeMovements(
  random: Random,
  changes: readonly Change[],
  { leftOn, manager: owner }: { leftOn: Day | null; manager: string },
): Movement[] {
  const movements: Movement[] = [];
  const lines = new Map<string, number>();
  const totals = new Map<string, number>();
  for (const { day, kind, line, arr } of [...changes].sort((a, b) => a.day - b.day)) {
    if (leftOn !== null && day >= leftOn) continue;
    const { recordId } = line.pursuit;
    const before = totals.get(recordId) ?? 0;
    const old = lines.get(line.lineId) ?? 0;
    const after = kind === 'dropped' ? 0 : arr;
    lines.set(line.lineId, after);
    totals.set(recordId, before - old + after);
    // Expansions of mid and key customers were won as pursuits of their own.
    const own = kind === 'opened' && line.pursuit.recordId.startsWith('X-');
    if ((kind === 'opened' && before === 0) || own) continue;
    const at = workTime(random, day * MINUTES + random.whole(540, 1079));
    const drafts: Draft[] =
      kind === 'opened'
        ? [{ stage: 'expanded', at, owner, amount: arr }]
        : kind === 'dropped'
          ? [{ stage: 'contracted', at, owner, amount: old }]
          : renewal(at, owner, before, { old, arr });
    movements.push(...drafts.map((draft) => ({ recordId, draft })));
  }
  if (leftOn === null) return movements;
  const at = workTime(random, leftOn * MINUTES + random.whole(540, 1079));
  for (const [recordId, total] of totals) {
    if (total > 0) movements.push({ recordId, draft: { stage: 'churned', at, owner } });
  }
  return movements;
}
