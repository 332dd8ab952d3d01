'use client';
import { useTranslations } from 'next-intl';
import type { DataHealth } from '#lib/contract/dataHealth.ts';
import type { Format } from '#lib/view/createFormat.ts';

type Props = { health: DataHealth; format: Format };

/** The two things to know: whether all rows are in, and what to mend first. */
export function HealthVerdict({ health, format }: Props) {
  const t = useTranslations();
  const { total, first, stages } = health;
  const known = stages.some((one) => one.entries > 0);
  const said = first
    ? t('health.verdict.first', {
        what: t(`health.verdict.${first.fix}`, {
          n: first.affected,
          stage: t(`terms.stage.${first.stage}`),
        }),
      })
    : known
      ? t('health.verdict.none')
      : null;
  return (
    <div className="max-w-[56rem]">
      <p className="text-xl font-semibold tracking-tight text-balance">
        {t('health.verdict.held', {
          held: total.quarantined,
          received: format.count(total.received),
        })}
      </p>
      {said && <p className="mt-1 text-pretty text-ink-2">{said}</p>}
    </div>
  );
}
