'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { createOrg } from '#lib/query/orgs.ts';
import { EMPTY_ORG, faultyFields, type OrgDraft, type OrgField } from '#lib/view/orgs/orgForm.ts';
import { slugOf } from '#lib/view/orgs/slugOf.ts';
import { OrgFields } from './OrgFields.tsx';
import { OrgPage } from './OrgPage.tsx';
import { useOrgFaults } from './useOrgFaults.ts';

type Props = { next: 'imports' | null; now: number };

/** A new organization: one name is enough, everything else has a default that shows. */
export function NewOrgScreen({ next, now }: Props) {
  const t = useTranslations('orgs.new');
  const router = useRouter();
  const [draft, setDraft] = useState(EMPTY_ORG);
  const [ownSlug, setOwnSlug] = useState(false);
  const [tried, setTried] = useState(false);
  useEffect(() => setDraft((old) => ({ ...old, time_zone: browserZone(old.time_zone) })), []);
  const creation = useMutation({
    mutationFn: createOrg,
    onSuccess: (org) => {
      router.push(next === 'imports' ? `/${org.slug}/data/imports/new` : `/${org.slug}`);
      router.refresh();
    },
  });
  const change = (part: Partial<OrgDraft>) => {
    if (part.slug !== undefined) setOwnSlug(part.slug !== '');
    const follows = part.name !== undefined && !ownSlug;
    setDraft({ ...draft, ...part, ...(follows ? { slug: slugOf(part.name ?? '') } : {}) });
    creation.reset();
  };
  const faulty: OrgField[] = tried ? faultyFields(draft, true) : [];
  const faults = useOrgFaults(faulty, creation.error);
  const submit = () => {
    setTried(true);
    if (faultyFields(draft, true).length === 0) creation.mutate(draft);
  };
  return (
    <OrgPage title={t('title')} text={t('text')} onSubmit={submit}>
      <OrgFields draft={draft} now={now} faults={faults.fields} onChange={change} slugShown />
      {faults.general && (
        <p role="alert" className="text-warn-600">
          {faults.general}
        </p>
      )}
      <div className="flex flex-wrap gap-2 border-t border-line pt-5">
        <Button type="submit" variant="primary" disabled={creation.isPending}>
          {creation.isPending ? t('creating') : t('create')}
        </Button>
        <Button variant="ghost" onClick={() => router.back()}>
          {t('cancel')}
        </Button>
      </div>
    </OrgPage>
  );
}

function browserZone(fallback: string): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || fallback;
}
