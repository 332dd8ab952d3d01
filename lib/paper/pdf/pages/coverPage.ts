import { retainedArr } from '#lib/bowtie/plan/newArr.ts';
import { countGaps } from '#lib/view/plan/countGaps.ts';
import { FEWEST } from '#lib/view/plan/leastEvidence.ts';
import type { OddsTold } from '#lib/view/plan/planOdds.ts';
import type { Block, PaperPage } from '../paperModel.ts';
import type { PlanWords } from '../planWords.ts';
import { gapPoints, MOST_ON_COVER } from './gapPoints.ts';

/** The sentence, what it takes, how likely it is, and what stands in the way. */
export function coverPage(words: PlanWords, odds: OddsTold | null): PaperPage {
  const { plan, print, goal, t, format } = words;
  const { won, told } = headline(words);
  const points = gapPoints(words);
  const more = points.length - MOST_ON_COVER;
  const blocks: Block[] = [
    { kind: 'heading', text: won },
    { kind: 'text', text: told },
    ...oddsBlocks(words, odds),
    { kind: 'heading', text: plan('gaps.title') },
    points.length === 0
      ? { kind: 'text', text: plan('gaps.none') }
      : { kind: 'points', items: points.slice(0, MOST_ON_COVER) },
  ];
  if (more > 0) blocks.push({ kind: 'note', text: t('pdf.moreGaps', { count: more }) });
  if (print.assumptions.some(({ source }) => source === 'benchmark')) {
    blocks.push({ kind: 'note', text: t('pdf.benchmarks') });
  }
  const { start, months } = print.plan;
  const span = { start: format.day(start), months, currency: print.currency };
  return { title: t('pdf.sentence', goal), hint: t('pdf.span', span), blocks };
}

function headline({ plan, print, money, format }: PlanWords) {
  const { whole, plan: input } = print;
  const toWin = Number(whole.new_arr);
  const values = {
    arr: money(whole.new_arr),
    target: money(input.target_arr),
    spare: money(-toWin),
    wins: format.count(whole.segments.reduce((sum, one) => sum + one.wins, 0)),
    kept: money(retainedArr(input.segments)),
    gaps: countGaps(whole),
    reach: money(whole.reach.arr),
  };
  const told = toWin <= 0 ? 'enough' : whole.feasible ? 'fits' : 'short';
  return {
    won: toWin > 0 ? plan('headline.win', values) : plan('headline.nothing', values),
    told: plan(`headline.${told}`, values),
  };
}

function oddsBlocks({ plan, format, money }: PlanWords, odds: OddsTold | null): Block[] {
  const heading: Block = { kind: 'heading', text: plan('odds.title') };
  if (odds === null) {
    return [heading, { kind: 'text', text: plan('odds.thin', { fewest: FEWEST }) }];
  }
  const parts = (['p10', 'p50', 'p90'] as const).map((part) => ({
    label: part.toUpperCase(),
    value: money(odds.staffed[part]),
    isMain: false,
  }));
  const hits = (['staffed', 'today'] as const).map((who) => ({
    label: plan(`odds.hit.${who}`),
    value: format.percent(odds[who].p_hit),
    isMain: true,
  }));
  return [heading, { kind: 'figures', items: [...hits, ...parts] }];
}
