'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import type { OrgAnswer } from '#lib/contract/org.ts';
import { changeOrg } from '#lib/query/orgs.ts';
import { effectsOf } from '#lib/view/orgs/effectsOf.ts';
import { changedFields, faultyFields, type OrgDraft } from '#lib/view/orgs/orgForm.ts';
import { tidyRule } from '#lib/view/orgs/tidyRule.ts';
import { useRederive } from '../useRederive.ts';
import { ApplyDialog } from './ApplyDialog.tsx';
import { OrgFields } from './OrgFields.tsx';
import { OrgPage } from './OrgPage.tsx';
import { RemoveSample } from './RemoveSample.tsx';
import { SegmentsField } from './SegmentsField.tsx';
import { useOrgFaults } from './useOrgFaults.ts';

export function OrgSettingsScreen({ org, now }: { org: OrgAnswer; now: number }) {
  const t = useTranslations('orgs.settings');
  const router = useRouter();
  const [saved, setSaved] = useState<OrgDraft>(() => draftOf(org));
  const [draft, setDraft] = useState(saved);
  const faulty = faultyFields(draft, false);
  const changes = changedFields(saved, draft);
  const dirty = Object.keys(changes).length > 0;
  const [asking, setAsking] = useState(false);
  const [tried, setTried] = useState(false);
  const { rederiving, begin } = useRederive(org.slug);
  const change = useMutation({
    mutationFn: () => changeOrg(org.slug, changes),
    onSuccess: ({ data, rederiving }) => {
      setSaved(draftOf(data));
      setDraft(draftOf(data));
      setAsking(false);
      setTried(false);
      if (rederiving) begin();
      else router.refresh();
    },
  });
  const faults = useOrgFaults(faulty, change.error);
  const fault = faults.general ?? (tried ? faults.fields.segment_rule : null);
  const submit = () => {
    setTried(true);
    if (!dirty || faulty.length > 0) return;
    if (effectsOf(saved, changes).length > 0) setAsking(true);
    else change.mutate();
  };
  const edit = (part: Partial<OrgDraft>) => {
    setDraft({ ...draft, ...part });
    change.reset();
  };
  return (
    <>
      <OrgPage title={t('title')} text={t('text')} onSubmit={submit}>
        <OrgFields draft={draft} now={now} faults={faults.fields} onChange={edit} />
        <SegmentsField
          slug={org.slug}
          rule={draft.segment_rule}
          currency={draft.currency}
          tried={tried}
          onChange={(segment_rule) => edit({ segment_rule })}
        />
        {fault && (
          <p role="alert" className="text-warn-600">
            {fault}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-3 border-t border-line pt-5">
          <Button type="submit" variant="primary" disabled={!dirty || change.isPending}>
            {change.isPending ? t('saving') : t('save')}
          </Button>
          <p role="status" className="text-sm text-ink-2">
            {change.isSuccess && !dirty ? t(rederiving ? 'onTheWay' : 'saved') : ''}
          </p>
        </div>
      </OrgPage>
      {asking && (
        <ApplyDialog
          slug={org.slug}
          saved={saved}
          changes={changes}
          busy={change.isPending}
          onApply={() => change.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
      {org.is_sample && <RemoveSample slug={org.slug} />}
    </>
  );
}

function draftOf({ is_sample: _sample, order: _order, ...draft }: OrgAnswer): OrgDraft {
  return { ...draft, segment_rule: tidyRule(draft.segment_rule) };
}
