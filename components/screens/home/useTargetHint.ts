import { useTranslations } from 'next-intl';
import { useText } from '#components/ui/useText.tsx';
import type { PlanTargetsAnswer } from '#lib/contract/planTargets.ts';
import { stageName } from '#lib/view/text.ts';
import type { TrendMetric } from '#lib/view/trendMetric.ts';

type Told = Pick<PlanTargetsAnswer['data'], 'plan' | 'missing'> & { sum: boolean };

/** What the chart shows, and which plan beside it; or why none is. */
export function useTargetHint({ stage, kind }: TrendMetric, { plan, missing, sum }: Told): string {
  const t = useTranslations('track.trend');
  const { text } = useText();
  const what =
    stage === null || kind !== 'entries'
      ? t(kind === 'nrr' ? 'nrrHint' : 'arrHint')
      : t(sum ? 'sumHint' : 'entriesHint', { stage: text(stageName(stage)) });
  const planned = missing ? t(missing) : plan ? t('planned', { name: plan.name }) : '';
  return `${what} ${planned}`;
}
