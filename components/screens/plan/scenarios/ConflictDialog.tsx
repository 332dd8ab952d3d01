'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import type { Scenario } from '#lib/contract/scenarios.ts';
import { scenarioVersionsOptions } from '#lib/query/scenarioCalls.ts';
import { inputDiffs } from '#lib/view/plan/inputDiffs.ts';
import { scenarioInput } from '#lib/view/plan/scenarioInput.ts';
import { useErrorText } from '../../useErrorText.ts';
import type { PlanPart } from '../planPart.ts';
import { DiffTable } from './DiffTable.tsx';
import { useAuthor } from './useAuthor.ts';
import type { ScenarioActs } from './useScenarioActs.ts';

type Props = {
  part: PlanPart;
  /** As it was read; theirs is newer. */
  scenario: Scenario;
  mine: PlanInput;
  acts: ScenarioActs;
  onClose: () => void;
};

/** Somebody else saved in between: what they made of it beside what is on the page. */
export function ConflictDialog({ part, scenario, mine, acts, onClose }: Props) {
  const { facts, defaults, format } = part;
  const t = useTranslations('scenarios.conflict');
  const errorText = useErrorText();
  const [author] = useAuthor();
  const { data, isFetching } = useQuery({
    ...scenarioVersionsOptions(facts.slug, scenario.id),
    staleTime: 0,
  });
  const newest = isFetching ? undefined : data?.data.versions[0];
  const keep = useMutation({
    mutationFn: async (version: number) => {
      await acts.change({ ...scenario, version }, acts.keep(mine), {
        author: author.trim() || null,
        remark: null,
      });
      acts.show(scenario.id);
    },
    onSuccess: onClose,
  });
  const theirs = newest && scenarioInput({ ...scenario, inputs: newest.inputs }, defaults);
  const diffs = theirs ? inputDiffs([theirs, mine], format) : [];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { name: scenario.name })}
      description={
        newest &&
        t(newest.author === null ? 'saysNobody' : 'says', {
          author: newest.author ?? '',
          number: newest.version,
          at: format.instant(newest.created_at),
        })
      }
      footer={
        newest && (
          <>
            <Button
              onClick={() => {
                acts.show(scenario.id);
                onClose();
              }}
            >
              {t('theirs')}
            </Button>
            <Button
              variant="primary"
              disabled={keep.isPending}
              onClick={() => keep.mutate(newest.version)}
            >
              {t('mine')}
            </Button>
          </>
        )
      }
    >
      {newest === undefined ? (
        <Skeleton className="h-24" />
      ) : diffs.length === 0 ? (
        <p className="text-sm">{t('same')}</p>
      ) : (
        <div className="max-h-80 overflow-y-auto">
          <DiffTable label={t('table')} names={[t('theirName'), t('myName')]} diffs={diffs} />
        </div>
      )}
      {keep.error && (
        <p role="alert" className="mt-2 text-sm text-warn-600">
          {errorText(keep.error)}
        </p>
      )}
    </Dialog>
  );
}
