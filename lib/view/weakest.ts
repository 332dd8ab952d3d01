import { ratio } from '#lib/bowtie/ratio.ts';
import type { BowtieTotal } from '#lib/contract/bowtie.ts';
import { comparable, type HandOff } from './handOff.ts';
import type { BowtieView } from './prepareBowtie.ts';

export type Leak = {
  handOff: HandOff;
  /** The segment in which it happened; null: everywhere. */
  group: string | null;
  now: number;
  before: number;
  /** Entries into the next stage that the old rate would have given on top. */
  missing: number;
  /** Wins that these would have become at the later rates of today; null without a win stage. */
  wins: number | null;
  /** Those wins at the average amount of a win; null without amounts. */
  amount: number | null;
};

export type Part = { group: string | null; view: BowtieView };

/**
 * The hand-off that is clearly behind and costs most: in wins where a win stage follows, and only
 * where none does in records. A group is named when it alone explains at least half of it.
 */
export function weakest(total: BowtieView, groups: readonly Part[]): Leak | null {
  const all = leaksOf({ group: null, view: total });
  const parts = groups.flatMap(leaksOf);
  const worst = all.concat(parts).sort(byCost)[0];
  if (!worst || worst.group !== null) return worst ?? null;
  const part = parts.filter(({ handOff }) => handOff.id === worst.handOff.id).sort(byCost)[0];
  return part && costOf(part) * 2 >= costOf(worst) ? part : worst;
}

function costOf(leak: Leak): number {
  return leak.wins ?? leak.missing;
}

function byCost(a: Leak, b: Leak): number {
  const winsFirst = Number(b.wins !== null) - Number(a.wins !== null);
  return winsFirst || costOf(b) - costOf(a);
}

function leaksOf({ group, view }: Part): Leak[] {
  return view.handOffs.flatMap((handOff) => {
    const { change } = handOff;
    const now = comparable(handOff)?.rate;
    if (!change?.behind || change.before === null || now === undefined) return [];
    const missing = (change.before - now) * handOff.base;
    const wins = winsFrom(view, handOff, missing);
    return [
      { handOff, group, now, before: change.before, missing, wins, amount: worth(view, wins) },
    ];
  });
}

function winsFrom(view: BowtieView, lost: HandOff, missing: number): number | null {
  if (lost.to === 'won') return missing;
  const at = view.handOffs.indexOf(lost);
  const win = view.handOffs.findIndex(({ to }) => to === 'won');
  if (win <= at) return null;
  return view.handOffs.slice(at + 1, win + 1).reduce<number | null>((wins, { matured, rate }) => {
    const later = matured?.rate ?? rate;
    return wins === null || later === null ? null : wins * later;
  }, missing);
}

function worth(view: BowtieView, wins: number | null): number | null {
  const won: BowtieTotal['stages'][number] | undefined = view.stages.find(
    ({ stage }) => stage === 'won',
  );
  const average = won ? ratio(Number(won.amount), won.entries - won.unconverted) : null;
  return wins === null || !average ? null : wins * average;
}
