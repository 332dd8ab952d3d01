'use client';
import { useTranslations } from 'next-intl';
import { useText } from '#components/ui/useText.tsx';
import { retainedArr } from '#lib/bowtie/plan/newArr.ts';
import { groupName } from '#lib/view/groupName.ts';
import type { DepartmentSheet } from '#lib/view/plan/departmentSheet.ts';
import { stageName } from '#lib/view/text.ts';
import type { PlanPart } from './planPart.ts';

type Props = { part: PlanPart; sheet: DepartmentSheet };

/** From the money to the department's numbers, one step a line. */
export function DepartmentWhy({ part, sheet }: Props) {
  const { input, result, format } = part;
  const t = useTranslations('plan.department');
  const { text } = useText();
  return (
    <section aria-labelledby="department-why">
      <h3 id="department-why" className="font-semibold">
        {t('why')}
      </h3>
      <ol className="mt-2 grid gap-1 text-sm tabular-nums">
        <li>
          {t('money', {
            target: format.shortMoney(input.target_arr),
            kept: format.shortMoney(retainedArr(input.segments)),
            arr: format.shortMoney(result.new_arr),
          })}
        </li>
        {sheet.keep !== null &&
          input.segments.map(({ key, opening_arr, nrr }) => (
            <li key={key}>
              {t('keepTier', {
                tier: text(groupName(key)),
                opening: format.shortMoney(opening_arr),
                nrr: format.percent(nrr),
                kept: format.shortMoney(retainedArr([{ opening_arr, nrr }])),
              })}
            </li>
          ))}
        {(sheet.keep === null ? sheet.why : []).map(({ stage, count, rate }) => (
          <li key={stage}>
            {rate === null
              ? t('count', { stage: text(stageName(stage)), count: format.count(count) })
              : t('step', {
                  stage: text(stageName(stage)),
                  count: format.count(count),
                  rate: format.percent(rate),
                })}
          </li>
        ))}
      </ol>
    </section>
  );
}
