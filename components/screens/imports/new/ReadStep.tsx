'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { DELIMITER_NAMES } from '#lib/view/imports/readingNames.ts';
import { FileRefused } from './FileRefused.tsx';
import { RawRows } from './RawRows.tsx';
import { ReadingFields } from './ReadingFields.tsx';
import type { DraftDesk } from './useImportDraft.ts';

/** How the bytes became cells: said in one line, shown as rows, changed on demand. */
export function ReadStep({ desk }: { desk: DraftDesk }) {
  const t = useTranslations('imports.read');
  const { upload, timeZone } = desk.draft;
  const { encoding, delimiter, header } = upload.sniff;
  const [open, setOpen] = useState(false);
  const words = [
    encoding.toUpperCase(),
    t(`short.${DELIMITER_NAMES[delimiter]}`),
    t(header ? 'short.header' : 'short.noHeader'),
    t(`short.${desk.mapping.date_format}`),
    timeZone.replaceAll('_', ' '),
  ];
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1">
          <p>{words.join(' · ')}</p>
          <p className="text-sm text-ink-3">{t('text')}</p>
        </div>
        <Button size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('hide') : t('change')}
        </Button>
      </div>
      {open && <ReadingFields desk={desk} />}
      {desk.reading.error !== null && <FileRefused error={desk.reading.error} />}
      <RawRows desk={desk} />
    </div>
  );
}
