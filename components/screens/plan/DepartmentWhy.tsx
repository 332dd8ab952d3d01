'use client';
import { useTranslations } from 'next-intl';
import { useText } from '#components/ui/useText.tsx';
import { retainedArr } from '#lib/bowtie/plan/newArr.ts';
import type { ChainLink } from '#lib/view/plan/departmentSheet.ts';
import { stageName } from '#lib/view/text.ts';
import type { PlanPart } from './planPart.ts';

/** From the money to the department's numbers, one step a line. */
export function DepartmentWhy({ part, why }: { part: PlanPart; why: readonly ChainLink[] }) {
  const { input, result, format } = part;
  const t = useTranslations('plan.department');
  const { text } = useText();
  return (
    <section aria-labelledby="plan-why">
      <h3 id="plan-why" className="font-semibold">
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
        {why.map(({ stage, count, rate }) => (
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
