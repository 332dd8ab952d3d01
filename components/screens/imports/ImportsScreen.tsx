'use client';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ButtonLink } from '#components/ui/ButtonLink.tsx';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Segmented } from '#components/ui/Segmented.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import type { OrgAnswer } from '#lib/contract/org.ts';
import { importsOptions } from '#lib/query/importOptions.ts';
import { DataTabs } from '../data/DataTabs.tsx';
import { useErrorText } from '../useErrorText.ts';
import { ImportsTable } from './ImportsTable.tsx';
import { NoImports } from './NoImports.tsx';

/** Every file that came in and what became of its rows. */
export function ImportsScreen({ org }: { org: OrgAnswer }) {
  const t = useTranslations('imports');
  const errorText = useErrorText();
  const [show, setShow] = useState<'runs' | 'checks'>('runs');
  const { data, error, refetch } = useQuery(importsOptions(org.slug));
  const runs = data?.filter((one) => !one.dry_run) ?? [];
  const checks = data?.filter((one) => one.dry_run) ?? [];
  return (
    <div className="px-4 py-6 sm:px-8 lg:px-10">
      <DataTabs org={org.slug} page="imports" />
      <header className="mb-6 flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1">
          <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
          <p className="mt-1 text-ink-2">{t('list.text')}</p>
        </div>
        {runs.length > 0 && (
          <ButtonLink variant="primary" href={`/${org.slug}/data/imports/new`}>
            <Plus aria-hidden className="size-4" />
            {t('list.new')}
          </ButtonLink>
        )}
      </header>
      {error && <ErrorState message={errorText(error)} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-56 w-full" />}
      {checks.length > 0 && (
        <div className="mb-3">
          <Segmented
            label={t('list.pick')}
            value={show}
            onChange={setShow}
            options={[
              { value: 'runs', label: t('list.runs') },
              { value: 'checks', label: t('list.checks') },
            ]}
          />
        </div>
      )}
      {data && show === 'runs' && runs.length === 0 && <NoImports slug={org.slug} />}
      {data && (show === 'checks' ? checks : runs).length > 0 && (
        <ImportsTable org={org} imports={show === 'checks' ? checks : runs} />
      )}
    </div>
  );
}
