import type { PlanPrint } from '#lib/contract/planPaper.ts';
import { createFormat } from '#lib/view/createFormat.ts';
import { groupName } from '#lib/view/groupName.ts';
import { openingOf, planEnd } from '#lib/view/plan/planState.ts';
import { stageName } from '#lib/view/text.ts';
import type { PaperText } from '../paperText.ts';

/** A plan with the words and formats of its reader: what each page is made of. */
export type PlanWords = PaperText & ReturnType<typeof wordsOf>;

export function planWords(print: PlanPrint, words: PaperText): PlanWords {
  return { ...words, ...wordsOf(print, words) };
}

function wordsOf(print: PlanPrint, { locale, say }: PaperText) {
  const { plan, currency, timeZone } = print;
  const format = createFormat(locale, { currency, timeZone });
  return {
    print,
    format,
    stage: (stage: string) => say(stageName(stage)),
    /** Without tiers there is one for all. */
    tier: (key: string) => short(say(key === 'all' ? { key: 'plan.grid.all' } : groupName(key))),
    role: short,
    month: (month: string) => format.month(`${month}-01`),
    /** A count among others, where none is a dash. */
    some: (count: number) => (count === 0 ? '–' : format.count(count)),
    money: (amount: string | number) => format.shortMoney(String(amount)),
    /** The sentence that the plan began with, in its parts. */
    goal: {
      from: format.shortMoney(String(openingOf(plan))),
      to: format.shortMoney(plan.target_arr),
      by: format.day(planEnd(plan.start, plan.months)),
    },
  };
}

const LONGEST = 60;

/** A name in a table; one of hundreds of letters would push all else from its sheet. */
function short(name: string): string {
  const letters = [...name];
  return letters.length <= LONGEST ? name : `${letters.slice(0, LONGEST - 1).join('')}…`;
}
