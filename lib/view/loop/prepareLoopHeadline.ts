import { ratio } from '#lib/bowtie/ratio.ts';
import type { LoopPartAnswer, LoopTrailing } from '#lib/contract/loop.ts';
import type { Format } from '../createFormat.ts';
import { addDays } from '../days.ts';
import type { Text } from '../text.ts';

/** Below so many customers a share says little. */
const FEW = 5;

export type LoopHeadline = { title: Text; detail: Text };

/** The answer of the page in two sentences. */
export function prepareLoopHeadline(total: LoopPartAnswer, format: Format): LoopHeadline {
  const sum = total.whole;
  const last = total.trailing.at(-1);
  if (sum === null || (Number(sum.start) === 0 && Number(sum.end) === 0)) {
    return { title: { key: 'loop.say.none' }, detail: { key: 'loop.say.noneText' } };
  }
  const change = ratio(Number(sum.end), Number(sum.start));
  const money = { from: format.shortMoney(sum.start), to: format.shortMoney(sum.end) };
  return { title: titleOf(change, money, format), detail: detailOf(last, format) };
}

type Money = { from: string; to: string };

function titleOf(change: number | null, money: Money, format: Format): Text {
  if (change === null) return { key: 'loop.say.began', values: { to: money.to } };
  if (Math.abs(change - 1) < 0.0005) return { key: 'loop.say.level', values: { to: money.to } };
  const values = { ...money, change: format.percent(Math.abs(change - 1)) };
  return { key: change > 1 ? 'loop.say.grew' : 'loop.say.fell', values };
}

function detailOf(last: LoopTrailing | undefined, format: Format): Text {
  if (last === undefined || last.nrr === null) return { key: 'loop.say.noBase' };
  const values = {
    nrr: format.percent(last.nrr),
    grr: format.percent(last.grr),
    logos: format.percent(last.logo_retention),
    n: format.count(last.base_customers),
    from: format.day(addDays(last.from, -1)),
  };
  return { key: last.base_customers < FEW ? 'loop.say.few' : 'loop.say.kept', values };
}
