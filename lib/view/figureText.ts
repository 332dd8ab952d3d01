import type { Format } from './createFormat.ts';
import type { HandOff } from './handOff.ts';
import type { StageView } from './prepareBowtie.ts';
import { stageName, type Text } from './text.ts';

/** The lines of a hand-off, as exact as the data allows; the first is the number itself. */
export type HandOffText = {
  rate: string;
  /** Change against the comparison in percentage points, or null. */
  change: Text | null;
  lines: (Text | string)[];
  median: Text | string;
};

export function handOffText(handOff: HandOff, clock: string, format: Format): HandOffText {
  const { confidence, rate, change } = handOff;
  const shown = confidence === 'none' ? '—' : format.percent(rate);
  return {
    rate: shown,
    change: change?.points === null || !change ? null : pointsText(change.points, format),
    lines: clock === 'period' ? [flowLine(handOff, format)] : cohortLines(handOff, format),
    median: clock === 'period' ? '' : medianText(handOff, format),
  };
}

function pointsText(points: number, format: Format): Text {
  return { key: 'home.figure.points', values: { points: format.points(points) } };
}

function flowLine({ base, advanced }: HandOff, format: Format): Text {
  return {
    key: 'home.figure.ofFlow',
    values: { n: format.shortCount(base), m: format.shortCount(advanced) },
  };
}

function cohortLines(handOff: HandOff, format: Format): (Text | string)[] {
  const { base, confidence, interval } = handOff;
  if (base === 0) return [{ key: 'home.figure.nobody' }];
  const n = { n: format.count(base) };
  if (confidence === 'none') return [{ key: 'home.figure.tooFew', values: n }];
  const ends = format.interval(interval);
  const second: Text =
    confidence === 'directional'
      ? { key: 'home.figure.directional', values: n }
      : maturedText(handOff, format);
  return [ends, second];
}

function maturedText({ immature, matured }: HandOff, format: Format): Text {
  if (!immature) return { key: 'home.figure.final' };
  if (matured === null) return { key: 'home.figure.young' };
  return { key: 'home.figure.matured', values: { rate: format.percent(matured.rate) } };
}

function medianText({ days, base }: HandOff, format: Format): Text | string {
  if (base === 0) return '';
  if (days === null || days.p50 === null) return { key: 'home.figure.noDays' };
  return { key: 'home.figure.median', values: { days: format.days(days.p50) } };
}

type Say = (text: Text | string) => string;

/** The words of a stage as they are seen, and as the name of its button: the same, in order. */
export function stageWords(stage: StageView, format: Format, say: Say) {
  const implied = impliedText(stage, format);
  const [count, amount] = [format.shortCount(stage.entries), amountText(stage, format)];
  const inMoney = stage.weight !== undefined;
  const words = {
    name: say(stageName(stage.stage)),
    role: say({ key: `terms.role.${stage.stage}` }),
    count: inMoney ? amount : count,
    amount: inMoney ? count : amount,
    implied: implied && say(implied),
  };
  return { ...words, label: named(Object.values(words), say) };
}

/** The name of a hand-off's button: which two stages, then what is seen. */
export function handOffName({ from, to }: HandOff, said: HandOffText, say: Say): string {
  const pair = say({ key: 'home.pair', values: { from: stageName(from), to: stageName(to) } });
  const seen = [said.rate, said.change, ...said.lines, said.median].map(
    (line) => line && say(line),
  );
  return `${pair}: ${named(seen, say)}`;
}

function named(words: readonly (string | null)[], say: Say): string {
  return `${words.filter(Boolean).join(' ')}. ${say({ key: 'home.figure.opens' })}`;
}

/** Lines of a drawing are separate words only when something separates them. */
export function spaced(text: string): string {
  return `${text} `;
}

const WORTH_SAYING = 0.005;

export function impliedText({ impliedShare }: StageView, format: Format): Text | null {
  if (impliedShare === null || impliedShare < WORTH_SAYING) return null;
  return { key: 'home.figure.implied', values: { share: format.percent(impliedShare) } };
}

/** A stage whose records have no amounts says so by a dash: zero money would be a claim. */
export function amountText({ amount }: StageView, format: Format): string {
  return Number(amount) === 0 ? '—' : format.shortMoney(amount);
}
