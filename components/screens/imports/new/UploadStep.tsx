'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Progress } from '#components/ui/Progress.tsx';
import type { UploadAnswer } from '#lib/contract/uploads.ts';
import { ApiError } from '#lib/query/ApiError.ts';
import { uploadFile } from '#lib/query/uploadFile.ts';
import { DropZone } from './DropZone.tsx';
import { EncodingRetry } from './EncodingRetry.tsx';
import { FileRefused } from './FileRefused.tsx';

type Props = { org: string; onUpload: (upload: UploadAnswer) => void };
type Sending = { file: File; share: number };
type Refused = { error: unknown; file: File } | { reason: string };

/** The file, when only its encoding is in the way. */
function unreadFile(refused: Refused): File | null {
  if (!('error' in refused) || !(refused.error instanceof ApiError)) return null;
  return refused.error.reason === 'wrong_encoding' ? refused.file : null;
}

export function UploadStep({ org, onUpload }: Props) {
  const t = useTranslations('imports.upload');
  const [sending, setSending] = useState<Sending | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const stop = useRef<AbortController | null>(null);
  const send = async (file: File, encoding?: string) => {
    setRefused(null);
    if (file.size === 0) return setRefused({ reason: t('empty', { file: file.name }) });
    const controller = new AbortController();
    stop.current = controller;
    setSending({ file, share: 0 });
    try {
      const onProgress = (share: number) => setSending({ file, share });
      onUpload(await uploadFile(org, file, onProgress, controller.signal, encoding));
    } catch (error) {
      if (!controller.signal.aborted) setRefused({ error, file });
    } finally {
      setSending(null);
    }
  };
  const choose = (files: File[]) => {
    const [file, ...more] = files;
    if (more.length > 0) setRefused({ reason: t('tooMany') });
    else if (file) void send(file);
  };
  const unread = refused && unreadFile(refused);
  if (sending) return <SendingFile {...sending} onStop={() => stop.current?.abort()} />;
  return (
    <div className="flex flex-col gap-4">
      {refused && <FileRefused {...refused} />}
      {unread && <EncodingRetry onRetry={(encoding) => void send(unread, encoding)} />}
      <DropZone onFiles={choose} />
    </div>
  );
}

function SendingFile({ file, share, onStop }: Sending & { onStop: () => void }) {
  const t = useTranslations('imports.upload');
  const locale = useLocale();
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
  const sent = share >= 1;
  return (
    <div className="flex min-h-52 flex-col items-center justify-center gap-4 text-center">
      <p role="status" className="text-ink-2">
        {sent ? t('reading') : t('sendingShare', { file: file.name, share: percent })}
      </p>
      <div className="w-full max-w-md">
        <Progress label={t('sending', { file: file.name })} value={sent ? null : share} />
      </div>
      <Button size="sm" onClick={onStop}>
        {t('cancel')}
      </Button>
    </div>
  );
}
