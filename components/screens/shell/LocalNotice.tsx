'use client';
import { LockOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';

export function LocalNotice() {
  const t = useTranslations('shell.local');
  return (
    <footer className="mx-auto w-full max-w-[100rem] px-4 pt-10 pb-6 sm:px-8 lg:px-10 print:hidden">
      <p className="flex items-start gap-2 border-t border-line pt-4 text-xs text-ink-2">
        <LockOpen aria-hidden className="mt-0.5 size-3.5 shrink-0" />
        <span>
          <b className="font-medium text-ink">{t('short')}</b>
          <span className="mx-1.5">·</span>
          {t('text')}
        </span>
      </p>
    </footer>
  );
}
