'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { Progress } from '#components/ui/Progress.tsx';
import type { PreviewBody } from '#lib/contract/uploads.ts';
import { startImport } from '#lib/query/importCalls.ts';
import { importOptions, isLive } from '#lib/query/importOptions.ts';
import { progressOf } from '#lib/view/imports/progressOf.ts';
import { useErrorText } from '../../useErrorText.ts';
import { Equation } from '../result/Equation.tsx';
import { Warnings } from '../result/Warnings.tsx';

type Props = { org: string; uploadId: string; body: PreviewBody };

/** Counts the whole file as an import would, and writes nothing. */
export function DryRun({ org, uploadId, body }: Props) {
  const t = useTranslations('imports.check');
  const errorText = useErrorText();
  const start = useMutation({
    mutationFn: () => startImport(org, uploadId, { ...body, dry_run: true }),
  });
  const id = start.data?.id;
  const run = useQuery({ ...importOptions(org, id ?? ''), enabled: id !== undefined });
  const error = start.error ?? run.error;
  const busy = start.isPending || (id !== undefined && (!run.data || isLive(run.data)));
  return (
    <div className="flex flex-col gap-4 border-t border-line pt-4">
      {(!run.data || busy) && (
        <div className="flex flex-wrap items-center gap-3">
          <Button onClick={() => start.mutate()} disabled={busy}>
            {busy ? t('checking') : t('whole')}
          </Button>
          <p className="text-sm text-ink-3">{t('wholeText')}</p>
        </div>
      )}
      {busy && <Progress label={t('checking')} value={run.data ? progressOf(run.data) : null} />}
      {error && (
        <p role="alert" className="text-warn-600">
          {errorText(error)}
        </p>
      )}
      {run.data && !busy && (
        <div>
          <p className="mb-3 font-medium">{t('result')}</p>
          <Equation counts={run.data} />
          <div className="mt-4 empty:hidden">
            <Warnings warnings={run.data.warnings} />
          </div>
        </div>
      )}
    </div>
  );
}
