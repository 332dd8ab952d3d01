import type { WeekEffect } from '#lib/contract/rederive.ts';
import type { WeekCount } from '#lib/store/closedWeeks.ts';

/** The weeks and stages whose entries or won amount are not what they were. */
export function weekEffects(
  before: readonly WeekCount[],
  after: readonly WeekCount[],
): WeekEffect[] {
  const effects = new Map<string, WeekEffect>();
  for (const one of before) {
    effects.set(keyOf(one), { ...none(one), before: one.entries, amount_before: one.amount });
  }
  for (const one of after) {
    const known = effects.get(keyOf(one)) ?? none(one);
    effects.set(keyOf(one), { ...known, after: one.entries, amount_after: one.amount });
  }
  return [...effects.values()]
    .filter((one) => one.before !== one.after || one.amount_before !== one.amount_after)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ week, stage }: { week: string; stage: string }): string {
  return `${week} ${stage}`;
}

function none({ week, stage }: WeekCount): WeekEffect {
  return { week, stage, before: 0, after: 0, amount_before: '0.00', amount_after: '0.00' };
}
