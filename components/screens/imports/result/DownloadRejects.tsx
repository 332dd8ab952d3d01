'use client';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { saveFile } from '#components/ui/saveFile.ts';
import type { ImportAnswer } from '#lib/contract/ingest.ts';
import { fetchFile } from '#lib/query/fetchFile.ts';
import { useErrorText } from '../../useErrorText.ts';

type Props = { org: string; answer: Pick<ImportAnswer, 'id' | 'file_name'> };

/** All quarantined rows as they came, with line, code and message. */
export function DownloadRejects({ org, answer }: Props) {
  const t = useTranslations('imports.result');
  const errorText = useErrorText();
  const name = `${answer.file_name.replace(/(\.(csv|tsv|txt|tab|gz))+$/i, '')}-rejects.csv`;
  const download = useMutation({
    mutationFn: () => fetchFile(org, `/imports/${answer.id}/rejects.csv`, {}),
    onSuccess: (file) => saveFile(name, file),
  });
  return (
    <div className="flex items-center gap-3">
      {download.error && (
        <p role="alert" className="text-sm text-warn-600">
          {errorText(download.error)}
        </p>
      )}
      <Button size="sm" disabled={download.isPending} onClick={() => download.mutate()}>
        <Download aria-hidden className="size-3.5" />
        {t('download')}
      </Button>
    </div>
  );
}
