import type { PaperPage } from '../paperModel.ts';
import type { PlanWords } from '../planWords.ts';
import { gapPoints, MOST_ON_COVER } from './gapPoints.ts';

/** All that stands in the way, where it is more than the cover holds. */
export function gapsPages(words: PlanWords): PaperPage[] {
  const { plan } = words;
  const items = gapPoints(words);
  if (items.length <= MOST_ON_COVER) return [];
  return [
    { title: plan('gaps.title'), hint: plan('gaps.hint'), blocks: [{ kind: 'points', items }] },
  ];
}
