import { compound } from '#lib/view/plan/leverFactors.ts';
import { type LeverRow, rankLevers } from '#lib/view/plan/rankLevers.ts';
import { stageName, type Text } from '#lib/view/text.ts';
import type { Block, PaperPage, PaperTable } from '../paperModel.ts';
import type { PlanWords } from '../planWords.ts';

const AGAINST = ['best', 'benchmark'] as const;
type Against = (typeof AGAINST)[number];

const GAIN = 0.1;

/** What mending a rate is worth, the most first, and what ten percent everywhere come to. */
export function leversPage(words: PlanWords): PaperPage {
  const { plan, print, t } = words;
  const known = { ...print.known, pods: [] };
  const ranked = AGAINST.map((against) => ({
    against,
    rows: rankLevers(print.plan, known, against),
  })).filter(({ rows }) => rows.length > 0);
  const none: Block[] = ranked.length === 0 ? [{ kind: 'text', text: t('pdf.noLevers') }] : [];
  return {
    title: plan('levers.title'),
    hint: plan('levers.hint'),
    blocks: [
      ...none,
      ...storyOf(ranked[0]?.rows ?? [], words),
      ...ranked.map(({ against, rows }) => leverTable(rows, against, words)),
      compoundTable(words),
    ],
  };
}

function nameOf({ kind, what }: LeverRow): Text {
  if (kind === 'campaign') return { key: 'plan.levers.campaign' };
  const [from = '', to = ''] = what.split('>');
  return { key: 'plan.inputs.conversion', values: { from: stageName(from), to: stageName(to) } };
}

function storyOf(rows: readonly LeverRow[], { t, say, tier, money }: PlanWords): Block[] {
  const [first] = rows;
  const campaign = rows.find(({ kind }) => kind === 'campaign');
  if (first === undefined || campaign === undefined || first.when === null) return [];
  const values = {
    lever: say(nameOf(first)),
    tier: tier(first.segment),
    arr: money(first.inYear),
    campaign: money(campaign.inYear),
    campaignTier: tier(campaign.segment),
  };
  return [{ kind: 'lead', text: t('pdf.story', values) }];
}

function leverTable(rows: readonly LeverRow[], against: Against, words: PlanWords): PaperTable {
  const { plan, say, tier, format, money } = words;
  const right = (head: string) => ({ head, width: 100, align: 'right' as const });
  const rate = (value: number | null) => (value === null ? '' : format.percent(value));
  return {
    kind: 'table',
    title: `${plan('levers.against')}: ${plan(`levers.to.${against}`)}`,
    columns: [
      { head: plan('levers.lever'), width: 180 },
      { head: plan('levers.tier'), width: 110 },
      right(plan('levers.now')),
      right(plan('levers.then')),
      right(plan('levers.base')),
      right(plan('levers.year')),
      right(plan('levers.three')),
    ],
    rows: rows.map((row) => ({
      cells: [
        ...[say(nameOf(row)), tier(row.segment), rate(row.rate), rate(row.target)],
        ...[format.count(row.base), money(row.inYear), money(row.threeYears)],
      ],
    })),
  };
}

function compoundTable({ print, plan, format }: PlanWords): PaperTable {
  const { lines, together, uncapped, capped } = compound(print.plan, print.whole, GAIN);
  const times = (value: number) => plan('compound.times', { times: value.toFixed(3) });
  const right = (head: string) => ({ head, width: 120, align: 'right' as const });
  const rows = lines.map(({ lever, name, rate, multiplier }) => {
    const then = format.percent(rate * multiplier);
    const shown = capped.includes(name) ? `${then} ${plan('compound.cap')}` : then;
    const cells = [plan(`compound.lever.${lever}`), format.percent(rate), shown, times(multiplier)];
    return { cells };
  });
  const note = plan('compound.uncapped', { times: uncapped.toFixed(3) });
  const sum = { cells: [plan('compound.together'), '', note, times(together)], isSum: true };
  return {
    kind: 'table',
    title: plan('compound.title'),
    columns: [
      { head: plan('compound.moment'), width: 180 },
      right(plan('compound.now')),
      right(plan('compound.then')),
      right(plan('compound.result')),
    ],
    rows: [...rows, sum],
  };
}
