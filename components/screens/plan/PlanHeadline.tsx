'use client';
import { useTranslations } from 'next-intl';
import { retainedArr } from '#lib/bowtie/plan/newArr.ts';
import { countGaps } from '#lib/view/plan/countGaps.ts';
import { DownloadMenu } from './DownloadMenu.tsx';
import type { PlanPart } from './planPart.ts';

/** What the sentence asks for, in one line and one more. */
export function PlanHeadline(part: PlanPart) {
  const { input, result, format } = part;
  const t = useTranslations('plan.headline');
  const wins = result.segments.reduce((sum, one) => sum + one.wins, 0);
  const toWin = Number(result.new_arr);
  const kept = format.shortMoney(retainedArr(input.segments));
  const values = {
    arr: format.shortMoney(result.new_arr),
    target: format.shortMoney(input.target_arr),
    spare: format.shortMoney(String(-toWin)),
    wins: format.count(wins),
    kept,
  };
  const detail = toWin <= 0 ? 'enough' : result.feasible ? 'fits' : 'short';
  return (
    <div className="min-h-17">
      <p className="sr-only">{t('page')}</p>
      <div className="float-right ml-4 print:hidden">
        <DownloadMenu {...part} />
      </div>
      <h1 className="text-xl font-semibold tracking-[-0.018em] text-balance sm:text-2xl">
        {toWin > 0 ? t('win', values) : t('nothing', values)}
      </h1>
      <p className="mt-1.5 max-w-[62rem] text-base text-pretty text-ink-2">
        {t(detail, {
          ...values,
          gaps: countGaps(result),
          reach: format.shortMoney(result.reach.arr),
        })}
      </p>
    </div>
  );
}
