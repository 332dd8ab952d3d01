'use client';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { saveFile } from '#components/ui/saveFile.ts';
import { fetchFile } from '#lib/query/fetchFile.ts';

type Props = { org: string; params: Record<string, string>; name: string };

/** All records of the list, loaded or not. */
export function CsvButton({ org, params, name }: Props) {
  const t = useTranslations('records');
  const saving = useMutation({
    mutationFn: () => fetchFile(org, '/records.csv', params),
    onSuccess: (blob) => saveFile(`${org}-${name.replace(/\W+/g, '-')}.csv`, blob),
  });
  return (
    <Button
      size="sm"
      aria-label={t('csvLong')}
      disabled={saving.isPending}
      onClick={() => saving.mutate()}
      className="h-8"
    >
      <Download aria-hidden className="size-3.5 text-ink-3" />
      {saving.isPending ? t('csvWait') : t('csv')}
    </Button>
  );
}
