import type { PlanPrint } from '#lib/contract/planPaper.ts';
import { FEWEST, leastEvidence } from '#lib/view/plan/leastEvidence.ts';
import { oddsAsked, planOdds } from '#lib/view/plan/planOdds.ts';
import type { PaperText } from '../paperText.ts';
import { assumptionsPage } from './pages/assumptionsPage.ts';
import { bowtiePage } from './pages/bowtiePage.ts';
import { coverPage } from './pages/coverPage.ts';
import { departmentPages } from './pages/departmentPages.ts';
import { gapsPages } from './pages/gapsPages.ts';
import { gridPage } from './pages/gridPage.ts';
import { hiresPages } from './pages/hiresPages.ts';
import { leversPage } from './pages/leversPage.ts';
import { oddsPage } from './pages/oddsPage.ts';
import type { PaperDocument } from './paperModel.ts';
import { planWords } from './planWords.ts';

/** A plan on paper, in words and numbers: what the page says, in its order. */
export function planDocument(print: PlanPrint, text: PaperText): PaperDocument {
  const words = planWords(print, text);
  const { t, format, goal } = words;
  const odds = oddsOf(print);
  return {
    title: `${print.org} · ${t('pdf.sentence', goal)}`,
    org: print.org,
    locale: text.locale,
    mark: print.isSample ? t('pdf.sample') : null,
    foot: t('pdf.foot', { day: format.day(print.madeOn), currency: print.currency }),
    pageOf: (page, pages) => t('pdf.page', { page, pages }),
    pages: [
      coverPage(words, odds),
      bowtiePage(words),
      ...(odds === null ? [] : [oddsPage(words, odds)]),
      ...gapsPages(words),
      gridPage(words),
      ...departmentPages(words),
      ...hiresPages(words),
      leversPage(words),
      assumptionsPage(words),
    ],
  };
}

/** Like the page: no odds where a rate has next to nothing behind it that was its own. */
function oddsOf({ plan, known, uncertainty }: PlanPrint) {
  const isTold = leastEvidence(plan, known.evidence) >= FEWEST;
  if (!isTold && uncertainty.evidence === undefined) return null;
  const asked = oddsAsked({ ...plan, rounding: 'display' }, known);
  const { own_evidence } = asked.uncertainty;
  return planOdds({ ...asked, uncertainty: { ...uncertainty, own_evidence } });
}
