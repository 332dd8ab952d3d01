'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Dialog } from '#components/ui/Dialog.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import type { Scenario } from '#lib/contract/scenarios.ts';
import { scenarioVersionsOptions } from '#lib/query/scenarioCalls.ts';
import type { Format } from '#lib/view/createFormat.ts';

type Props = { org: string; scenario: Scenario; format: Format; onClose: () => void };

/** Every state that a scenario had, with who changed it. */
export function VersionsDialog({ org, scenario, format, onClose }: Props) {
  const t = useTranslations('plan.scenarios');
  const query = useQuery(scenarioVersionsOptions(org, scenario.id));
  const versions = query.data?.data.versions;
  return (
    <Dialog open onOpenChange={onClose} title={t('versionsOf', { name: scenario.name })}>
      {versions === undefined ? (
        <Skeleton className="h-24" />
      ) : (
        <ol className="grid max-h-80 gap-2 overflow-y-auto text-sm tabular-nums">
          {versions.map((one) => (
            <li key={one.version}>
              <b className="font-medium">{t('version', { number: one.version })}</b>{' '}
              {format.instant(one.created_at)}
              {one.author ? ` · ${one.author}` : ''}
              <span className="block text-ink-2">
                {t('goal', { arr: format.shortMoney(one.inputs.plan.target_arr) })}
                {one.remark ? ` · ${one.remark}` : ''}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
