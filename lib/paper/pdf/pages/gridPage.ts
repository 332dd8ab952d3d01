import { planGrid } from '#lib/view/plan/planGrid.ts';
import { monthTables } from '../monthTables.ts';
import type { Block, PaperPage } from '../paperModel.ts';
import type { PlanWords } from '../planWords.ts';

/** Month by stage: of all tiers, then of each. */
export function gridPage(words: PlanWords): PaperPage {
  const { print, plan, tier } = words;
  const keys = print.whole.segments.map(({ key }) => key);
  const each = keys.length > 1 ? [null, ...keys] : [null];
  const nameOf = (key: string | null) => (key === null ? plan('grid.all') : tier(key));
  return {
    title: plan('grid.title'),
    hint: plan('grid.hint'),
    blocks: [...each.flatMap((key) => tierTables(words, key, nameOf(key))), ...nobody(words)],
  };
}

function tierTables(words: PlanWords, key: string | null, name: string) {
  const { print, plan, say, month, format, some } = words;
  const { months, rows } = planGrid(print.whole, key);
  const heads = {
    name: plan('grid.stage'),
    before: [plan('grid.locked')],
    months: months.map(month),
    after: [plan('grid.total')],
  };
  const lines = rows.map((row) => ({
    name: say(row.name),
    before: [some(row.locked)],
    months: row.months.map(format.count),
    after: [format.count(row.total)],
  }));
  return monthTables(heads, lines, name);
}

/** Without people there is no page of theirs. */
function nobody({ print, plan }: PlanWords): Block[] {
  if (print.whole.capacity.length > 0) return [];
  return [
    { kind: 'heading', text: plan('capacity.title') },
    { kind: 'text', text: plan('capacity.none') },
  ];
}
