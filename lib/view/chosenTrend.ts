import type { HandOff } from './handOff.ts';
import type { BowtieView } from './prepareBowtie.ts';

/** The conversion whose trend is shown: the asked one, else the win, else the last of the left. */
export function chosenTrend(view: BowtieView, asked: string | null): HandOff | null {
  const { handOffs } = view;
  return (
    handOffs.find(({ id }) => id === asked) ??
    handOffs.find(({ to }) => to === 'won') ??
    handOffs.at(-1) ??
    null
  );
}
