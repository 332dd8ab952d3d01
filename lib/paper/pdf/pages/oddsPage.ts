import type { OddsTold } from '#lib/view/plan/planOdds.ts';
import { openingOf } from '#lib/view/plan/planState.ts';
import { monthTables } from '../monthTables.ts';
import type { Block, FanWords, PaperPage } from '../paperModel.ts';
import type { PlanWords } from '../planWords.ts';

const PARTS = ['plan', 'p10', 'p50', 'p90'] as const;

/** The way to the goal: eight of ten drawn years lie in the band. */
export function oddsPage(words: PlanWords, { fan, staffed }: OddsTold): PaperPage {
  const { plan, print, t, month, money, format } = words;
  const { runs, seed } = staffed;
  const opening = openingOf(print.plan);
  const target = Number(print.plan.target_arr);
  const rows = PARTS.map((part) => ({
    name: part === 'plan' ? plan('odds.plan') : part.toUpperCase(),
    before: [],
    months: fan.map((point) => money(point[part])),
    after: [],
  }));
  const heads = {
    ...{ name: plan('odds.month'), before: [], after: [] },
    months: fan.map((point) => month(point.month)),
  };
  const drawn: Block = {
    ...{ kind: 'fan', fan, opening, target },
    money: fanWords(words, { fan, opening, target }),
  };
  return {
    title: plan('odds.title'),
    hint: t('pdf.oddsHint', { runs: format.count(runs), seed }),
    blocks: [drawn, ...monthTables(heads, rows)],
  };
}

type Drawn = { fan: OddsTold['fan']; opening: number; target: number };

function fanWords({ money, month }: PlanWords, { fan, opening, target }: Drawn): FanWords {
  const values = [opening, target, ...fan.flatMap(({ p10, p90, plan }) => [p10, p90, plan])];
  const low = Math.min(...values);
  const high = Math.max(...values, low + 1);
  const last = fan.at(-1);
  const at = (value: number) => ({ at: value, text: money(value) });
  const ends = last === undefined ? [] : [last.p10, last.p50, last.p90];
  return {
    ...{ low, high },
    ticks: [0, 1 / 3, 2 / 3, 1].map((part) => at(low + part * (high - low))),
    ends: ends.map((value, i) => ({ at: value, text: `P${[10, 50, 90][i]} ${money(value)}` })),
    months: fan.map((point) => month(point.month)),
  };
}
