'use client';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { useFormat } from '#components/ui/useFormat.ts';
import type { ImportAnswer } from '#lib/contract/ingest.ts';
import type { OrgAnswer } from '#lib/contract/org.ts';
import { ApiError } from '#lib/query/ApiError.ts';
import { importOptions, isLive } from '#lib/query/importOptions.ts';
import { bytesText } from '#lib/view/imports/bytesText.ts';
import { useErrorText } from '../useErrorText.ts';
import { Ended } from './result/Ended.tsx';
import { Live } from './result/Live.tsx';
import { StatusTag } from './StatusTag.tsx';

type Props = { org: OrgAnswer; id: string };

/** One import: while it runs, how far it is; afterwards, what became of every row. */
export function ImportScreen({ org, id }: Props) {
  const t = useTranslations('imports.result');
  const errorText = useErrorText();
  const found = useQuery(importOptions(org.slug, id));
  const missing = found.error instanceof ApiError && found.error.code === 'not_found';
  return (
    <div className="px-4 py-8 *:max-w-5xl sm:px-8 lg:px-10">
      <Link
        href={`/${org.slug}/data/imports`}
        className="mb-4 inline-flex items-center gap-1.5 text-sm text-ink-2 hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {t('back')}
      </Link>
      {found.error && (
        <ErrorState
          message={missing ? t('notFound') : errorText(found.error)}
          onRetry={() => void found.refetch()}
        />
      )}
      {!found.data && !found.error && <Skeleton className="h-64 w-full" />}
      {found.data && (
        <>
          <Head org={org} answer={found.data} />
          {isLive(found.data) ? (
            <Live org={org.slug} answer={found.data} />
          ) : (
            <Ended org={org} answer={found.data} />
          )}
        </>
      )}
    </div>
  );
}

function Head({ org, answer }: { org: OrgAnswer; answer: ImportAnswer }) {
  const t = useTranslations('imports');
  const locale = useLocale();
  const format = useFormat({ currency: org.currency, timeZone: org.time_zone });
  return (
    <header className="mb-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="text-2xl font-semibold tracking-tight break-all">{answer.file_name}</h1>
        <StatusTag status={answer.status} dryRun={answer.dry_run} />
      </div>
      <p className="mt-1 text-ink-2">
        {t('result.fileOf', {
          kind: t(`kind.${answer.kind}`),
          bytes: bytesText(locale, answer.bytes_total),
          when: format.instant(answer.created_at),
        })}
        {answer.mapping_name !== null && ` · ${t('list.mapping', { name: answer.mapping_name })}`}
      </p>
    </header>
  );
}
