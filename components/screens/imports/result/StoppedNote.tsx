'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { buttonClass } from '#components/ui/buttonClass.ts';
import { cx } from '#components/ui/cx.ts';
import { FILE_FAULTS } from '#lib/contract/fileFaults.ts';
import type { ImportAnswer } from '#lib/contract/ingest.ts';
import { resumeImport } from '#lib/query/importCalls.ts';
import { importOptions } from '#lib/query/importOptions.ts';
import { useErrorText } from '../../useErrorText.ts';
import { RefusalText } from '../RefusalText.tsx';

type Props = { org: string; answer: ImportAnswer };

/** Why it stopped before the end, and the way on. */
export function StoppedNote({ org, answer }: Props) {
  const t = useTranslations('imports.result');
  const errorText = useErrorText();
  const client = useQueryClient();
  const resume = useMutation({
    mutationFn: () => resumeImport(org, answer.id),
    onSettled: () => client.invalidateQueries(importOptions(org, answer.id)),
  });
  const { error } = answer;
  // The same bytes are refused again however often they are read.
  const refused = FILE_FAULTS.some((fault) => fault === error?.code);
  const reason = () => error && <RefusalText reason={error.code} message={error.message} />;
  return (
    <div
      className={cx(
        'rounded-xl border p-4',
        answer.status === 'failed' ? 'border-warn-200 bg-warn-50' : 'border-note-200 bg-note-50',
      )}
    >
      <p>{answer.status === 'failed' ? t.rich('failed', { reason }) : t('cancelled')}</p>
      {refused ? (
        <Link href={`/${org}/data/imports/new`} className={buttonClass('secondary', 'sm', 'mt-3')}>
          {t('another')}
        </Link>
      ) : (
        <Button
          size="sm"
          className="mt-3"
          disabled={resume.isPending}
          onClick={() => resume.mutate()}
        >
          {resume.isPending ? t('resuming') : t('resume')}
        </Button>
      )}
      {resume.error && (
        <p role="alert" className="mt-2 text-warn-700">
          {errorText(resume.error)}
        </p>
      )}
    </div>
  );
}
