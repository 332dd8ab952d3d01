'use client';
import { useTranslations } from 'next-intl';
import type { Format } from '#lib/view/createFormat.ts';
import { readinessGaps, type Tier } from '#lib/view/plan/economicsTable.ts';

type Props = { tiers: readonly Tier[]; nameOf: (key: string) => string; format: Format };

/** Ready to scale, as evidence with its gaps and never as a bare score. */
export function ReadinessList({ tiers, nameOf, format }: Props) {
  const t = useTranslations('plan.economics');
  return (
    <div className="mt-4">
      <h3 className="font-semibold">{t('ready')}</h3>
      <ul className="mt-2 grid gap-1.5 text-sm">
        {tiers.map((tier) => {
          const gaps = readinessGaps(tier);
          const missed = tier.readiness.gates.filter(({ met }) => !met);
          const words = [
            ...gaps.map((gap) => t(`gap.${gap as 'too_few'}`)),
            ...missed.map(({ gate, value, wanted }) =>
              t(`gate.${gate}`, { value: value === null ? '—' : value.toFixed(1), wanted }),
            ),
          ];
          return (
            <li key={tier.key}>
              <b className="font-medium">{nameOf(tier.key)}</b>{' '}
              {words.length === 0
                ? t('isReady')
                : t('notReady', {
                    share: format.percent(tier.readiness.share),
                    gaps: words.join('; '),
                  })}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
