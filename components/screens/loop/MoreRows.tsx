'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';

type Props = { busy: boolean; onMore: () => void };

/** Asks for the next page when the end of the list comes into sight. */
export function MoreRows({ busy, onMore }: Props) {
  const t = useTranslations('ui');
  const end = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (busy || end.current === null) return;
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && onMore());
    seen.observe(end.current);
    return () => seen.disconnect();
  }, [busy, onMore]);
  return (
    <p ref={end} aria-live="polite" className="px-3 py-4 text-xs text-ink-2">
      {t('loading')}
    </p>
  );
}
