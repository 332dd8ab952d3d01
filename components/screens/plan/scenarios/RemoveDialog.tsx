'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import type { Scenario } from '#lib/contract/scenarios.ts';
import { useErrorText } from '../../useErrorText.ts';
import type { ScenarioActs } from './useScenarioActs.ts';

type Props = { scenario: Scenario; acts: ScenarioActs; onClose: () => void };

/** Asks once more before a scenario goes with all its versions. */
export function RemoveDialog({ scenario, acts, onClose }: Props) {
  const t = useTranslations('scenarios.ask');
  const errorText = useErrorText();
  const removal = useMutation({ mutationFn: acts.remove, onSuccess: onClose });
  return (
    <ConfirmDialog
      title={t('remove', { name: scenario.name })}
      description={t('removeText', { count: scenario.version })}
      action={t('removeNow')}
      busy={removal.isPending}
      error={removal.error && errorText(removal.error)}
      onConfirm={() => removal.mutate(scenario)}
      onClose={onClose}
    />
  );
}
