import { ratio } from '#lib/bowtie/ratio.ts';
import type { Format } from './createFormat.ts';
import { confidenceOf } from './handOff.ts';
import type { BowtieView, StageView } from './prepareBowtie.ts';
import { stageName, stageNoun, type Text } from './text.ts';

const ONE_IN_BELOW = 1 / 3;

/** The answer of the whole page in one sentence, as strong as the data allows and no stronger. */
export function prepareHeadline(view: BowtieView, format: Format): Text {
  const { stages, clock } = view;
  const first = stages[0];
  const last = stages.find(({ side }) => side === 'knot') ?? stages.at(-1);
  if (!first || !last || view.isEmpty) return { key: 'home.say.nothing' };
  if (clock === 'snapshot') return stock(stages, format);
  const names = { first: stageNoun(first.stage), last: stageName(last.stage) };
  if (clock === 'period' && first !== last) {
    const values = { ...names, n: format.count(first.entries), m: format.count(last.entries) };
    return { key: 'home.say.flows', values };
  }
  const reached = last.from_first;
  if (first === last || reached === null) {
    return {
      key: 'home.say.only',
      values: { ...names, count: last.entries, n: format.count(last.entries) },
    };
  }
  const numbers = { n: format.count(reached.base), m: format.count(reached.advanced), ...names };
  const mayGrow = view.handOffs.slice(0, stages.indexOf(last)).some((handOff) => handOff.immature);
  return share(reached, numbers, mayGrow, format);
}

function share(
  reached: { base: number; advanced: number; rate: number | null },
  numbers: NonNullable<Text['values']>,
  mayGrow: boolean,
  format: Format,
): Text {
  const { base, advanced, rate } = reached;
  const confidence = confidenceOf(base);
  const tense = mayGrow ? 'sofar' : 'final';
  if (rate === null) return { key: 'home.say.noBase', values: numbers };
  if (confidence === 'none') return { key: 'home.say.few', values: numbers };
  if (advanced === 0) return { key: `home.say.none.${tense}`, values: numbers };
  if (confidence === 'directional') return { key: `home.say.hint.${tense}`, values: numbers };
  if (rate >= ONE_IN_BELOW) {
    return { key: `home.say.percent.${tense}`, values: { ...numbers, rate: format.percent(rate) } };
  }
  const one = format.count(ratio(base, advanced) ?? 0);
  return { key: `home.say.oneIn.${tense}`, values: { ...numbers, one } };
}

function stock(stages: readonly StageView[], format: Format): Text {
  const open = stages.filter(({ side }) => side === 'left');
  const counted = open.length > 0 ? open : stages;
  const most = counted.reduce((a, b) => (b.entries > a.entries ? b : a));
  const n = counted.reduce((sum, { entries }) => sum + entries, 0);
  const amount = counted.reduce((sum, each) => sum + Number(each.amount), 0);
  const values = {
    n: format.count(n),
    most: format.count(most.entries),
    stage: stageName(most.stage),
    amount: format.shortMoney(String(amount)),
  };
  return { key: amount > 0 ? 'home.say.stock.worth' : 'home.say.stock.count', values };
}
