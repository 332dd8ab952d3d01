import { segmentFlows } from '#lib/bowtie/plan/segmentFlows.ts';
import type { PlanPaper } from '#lib/contract/planPaper.ts';
import type { PaperText } from '../paperText.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { sheetName } from '../sheet/sheetName.ts';
import { assumptionsSheet } from './assumptionsSheet.ts';
import { capacitySheet } from './capacitySheet.ts';
import { departmentsSheet } from './departmentsSheet.ts';
import { inputsSheet } from './inputsSheet.ts';
import { targetsSheet } from './targetsSheet.ts';
import { type Tier, tierSheet } from './tierSheet.ts';

/**
 * A plan as a workbook that can be followed and changed: what is blue is typed in, all else follows
 * from it by the same arithmetic. `targets` has the whole counts that were handed out.
 */
export function planSheets(paper: PlanPaper, text: PaperText): Sheet[] {
  const { t } = text;
  const taken = new Set<string>();
  const name = (wanted: string) => {
    const own = sheetName(wanted, taken);
    taken.add(own);
    return own;
  };
  const inputs = inputsSheet(paper, text, name(t('sheet.plan')));
  const targets = name(t('sheet.targets'));
  const flows = segmentFlows(paper.plan);
  const tiers: Tier[] = flows.map((own, i) =>
    tierSheet(paper, text, { name: name(own.segment.key), flows: own, place: inputs.places[i] }),
  );
  const departments = departmentsSheet(paper, text, name(t('sheet.departments')), tiers);
  const all = [
    inputs.sheet,
    targetsSheet(paper, text, targets),
    ...tiers.map(({ sheet }) => sheet),
    departments.sheet,
  ];
  if (paper.plan.capacity.length > 0) {
    all.push(capacitySheet(paper, text, name(t('sheet.capacity')), departments.loads));
  }
  return [...all, assumptionsSheet(paper, text, name(t('sheet.assumptions')))];
}
