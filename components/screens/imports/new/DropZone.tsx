'use client';
import { FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, useId, useState } from 'react';
import { buttonClass } from '#components/ui/buttonClass.ts';
import { cx } from '#components/ui/cx.ts';

const TYPES = '.csv,.tsv,.txt,.tab,.gz,text/csv,text/tab-separated-values,application/gzip';

/** Drop a file anywhere in the frame, or choose it: the input is a real one, for the keyboard. */
export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useTranslations('imports.upload');
  const [over, setOver] = useState(false);
  const id = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is extra, the input is the way
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        'flex min-h-60 flex-col items-center justify-center gap-3 rounded-xl border border-dashed',
        'px-4 py-8 text-center transition-colors',
        over ? 'border-acq-600 bg-acq-50' : 'border-line-control bg-paper',
      )}
    >
      <FileUp aria-hidden className="size-8 text-acq-400" strokeWidth={1.5} />
      <p className="text-lg font-medium">{t('drop')}</p>
      <p className="text-sm text-ink-3">{t('or')}</p>
      <input
        id={id}
        type="file"
        accept={TYPES}
        className="peer sr-only"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <label
        htmlFor={id}
        className={buttonClass(
          'primary',
          'md',
          'cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2',
        )}
      >
        {t('choose')}
      </label>
      <p className="mt-2 text-xs text-ink-3">{t('formats')}</p>
    </div>
  );
}
