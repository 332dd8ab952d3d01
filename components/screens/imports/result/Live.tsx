'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { Card } from '#components/ui/Card.tsx';
import { Progress } from '#components/ui/Progress.tsx';
import type { ImportAnswer } from '#lib/contract/ingest.ts';
import { cancelImport } from '#lib/query/importCalls.ts';
import { importOptions } from '#lib/query/importOptions.ts';
import { progressOf } from '#lib/view/imports/progressOf.ts';
import { useErrorText } from '../../useErrorText.ts';
import { Equation } from './Equation.tsx';

type Props = { org: string; answer: ImportAnswer };

/** How far the file is read; the counts grow with each chunk that is safely stored. */
export function Live({ org, answer }: Props) {
  const t = useTranslations('imports.result');
  const errorText = useErrorText();
  const locale = useLocale();
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => cancelImport(org, answer.id),
    onSettled: () => client.invalidateQueries(importOptions(org, answer.id)),
  });
  const share = progressOf(answer);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(share ?? 0);
  const rows = new Intl.NumberFormat(locale).format(answer.received);
  return (
    <Card className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center gap-3">
        <p role="status" className="flex-1 font-medium">
          {answer.status === 'queued'
            ? t('queued')
            : t(share === 1 ? 'deriving' : 'progress', { share: percent, rows })}
        </p>
        <Button size="sm" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
          {cancel.isPending ? t('cancelling') : t('cancel')}
        </Button>
      </div>
      <Progress label={t('live')} value={share} />
      <Equation counts={answer} />
      {cancel.error && (
        <p role="alert" className="text-warn-600">
          {errorText(cancel.error)}
        </p>
      )}
    </Card>
  );
}
