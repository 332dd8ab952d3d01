'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import type { Scenario, VersionsAnswer } from '#lib/contract/scenarios.ts';
import { scenarioVersionsOptions } from '#lib/query/scenarioCalls.ts';
import { useErrorText } from '../../useErrorText.ts';
import type { PlanPart } from '../planPart.ts';
import { useAuthor } from './useAuthor.ts';
import type { ScenarioActs } from './useScenarioActs.ts';
import { VersionLine } from './VersionLine.tsx';

type Props = { part: PlanPart; scenario: Scenario; acts: ScenarioActs; onClose: () => void };
type Version = VersionsAnswer['data']['versions'][number];

/** Every state that a scenario had: who changed what and when; an older one can be taken back. */
export function VersionsDialog({ part, scenario, acts, onClose }: Props) {
  const { facts } = part;
  const t = useTranslations('scenarios.versions');
  const ui = useTranslations('ui');
  const errorText = useErrorText();
  const [author] = useAuthor();
  const query = useQuery(scenarioVersionsOptions(facts.slug, scenario.id));
  const versions = query.data?.data.versions;
  const back = useMutation({
    mutationFn: ({ version, inputs }: Version) => {
      const remark = t('taken', { number: version });
      return acts.change(scenario, inputs, { author: author.trim() || null, remark });
    },
    onSuccess: () => acts.show(scenario.id),
  });
  const says = t(scenario.locked ? 'locked' : 'says');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { name: scenario.name })}
      description={says}
      footer={<Button onClick={onClose}>{ui('close')}</Button>}
    >
      {back.error && (
        <p role="alert" className="mb-2 text-sm text-warn-600">
          {errorText(back.error)}
        </p>
      )}
      {query.error ? (
        <ErrorState message={errorText(query.error)} onRetry={() => query.refetch()} />
      ) : versions === undefined ? (
        <Skeleton className="h-24" />
      ) : (
        <ol
          aria-label={t('title', { name: scenario.name })}
          className="-mx-1 grid max-h-[min(28rem,60dvh)] gap-3 overflow-y-auto px-1 text-sm"
        >
          {versions.map((one, i) => (
            <VersionLine
              key={one.version}
              part={part}
              scenario={scenario}
              version={one}
              before={versions[i + 1] ?? null}
              isNewest={i === 0}
              busy={back.isPending}
              onTake={() => back.mutate(one)}
            />
          ))}
        </ol>
      )}
    </Dialog>
  );
}
