import type { Format } from './createFormat.ts';
import { groupName } from './groupName.ts';
import type { BowtieView } from './prepareBowtie.ts';
import { stageName, stageNoun, type Text } from './text.ts';
import type { Leak } from './weakest.ts';

export type Verdict = {
  /** What is weakest, or why nothing can be called so. */
  text: Text;
  /** What it costs; null when nothing is behind. */
  cost: Text | null;
  leak: Leak | null;
};

/** The second sentence: where it got worse against the comparison, and what that costs. */
export function prepareVerdict(
  view: BowtieView,
  leak: Leak | null,
  compared: { from: string; to: string } | null,
  format: Format,
): Verdict {
  const plain = (key: string, values?: Text['values']): Verdict => ({
    text: values ? { key, values } : { key },
    cost: null,
    leak: null,
  });
  if (view.clock === 'snapshot') return plain('home.verdict.stock');
  if (compared === null) return plain('home.verdict.alone');
  const span = format.span(compared.from, compared.to);
  if (view.clock === 'period') return plain('home.verdict.flows', { span });
  if (leak === null) {
    const judged = view.handOffs.some(({ change }) => change?.points !== null);
    return plain(judged ? 'home.verdict.level' : 'home.verdict.tooFew', { span });
  }
  const { handOff } = leak;
  const values = {
    from: stageName(handOff.from),
    to: stageName(handOff.to),
    now: format.percent(leak.now),
    before: format.percent(leak.before),
    span,
  };
  const text: Text =
    leak.group === null
      ? { key: 'home.verdict.behind', values }
      : { key: 'home.verdict.behindIn', values: { ...values, group: groupName(leak.group) } };
  return { text, cost: costText(leak, format), leak };
}

function costText({ handOff, missing, wins, amount }: Leak, format: Format): Text {
  const values = { n: format.count(Math.round(missing)), to: stageNoun(handOff.to) };
  if (amount === null) return { key: 'home.verdict.cost.records', values };
  const money = { amount: format.shortMoney(String(amount)) };
  if (handOff.to === 'won')
    return { key: 'home.verdict.cost.wins', values: { ...values, ...money } };
  const m = format.count(Math.round(wins ?? 0));
  return { key: 'home.verdict.cost.later', values: { ...values, ...money, m } };
}
