'use client';
import { FileText } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '#components/ui/Banner.tsx';
import { Button } from '#components/ui/Button.tsx';
import { bytesText } from '#lib/view/imports/bytesText.ts';
import { KindChoice } from './KindChoice.tsx';
import type { DraftDesk } from './useImportDraft.ts';

type Props = { desk: DraftDesk; onAnother: () => void };

export function FileStep({ desk, onAnother }: Props) {
  const t = useTranslations('imports.upload');
  const locale = useLocale();
  const { upload, kind, savedUsed } = desk.draft;
  const facts = t('facts', {
    bytes: bytesText(locale, upload.bytes),
    columns: upload.sniff.columns.length,
  });
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center gap-3">
        <FileText aria-hidden className="size-5 shrink-0 text-ink-3" />
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium">{upload.file_name}</p>
          <p className="text-sm text-ink-2">
            {facts}
            {upload.sniff.gzip && ` · ${t('gzip')}`}
          </p>
        </div>
        <Button size="sm" onClick={onAnother}>
          {t('another')}
        </Button>
      </div>
      {savedUsed && upload.saved && (
        <Banner
          tone="good"
          actions={
            <Button size="sm" variant="ghost" onClick={desk.startAfresh}>
              {t('fresh')}
            </Button>
          }
        >
          {t('saved', { name: upload.saved.name })}
        </Banner>
      )}
      <KindChoice kind={kind} onChange={(next) => desk.change({ kind: next })} />
    </div>
  );
}
