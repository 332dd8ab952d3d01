'use client';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Banner } from '#components/ui/Banner.tsx';
import { callApi } from '#lib/query/callApi.ts';
import { useErrorText } from '../useErrorText.ts';

/** Nobody may take generated numbers for real ones; one click makes them go away. */
export function SampleBanner({ slug }: { slug: string }) {
  const t = useTranslations('shell.sample');
  const errorText = useErrorText();
  const removal = useMutation({
    mutationFn: () => callApi<void>({ org: slug, path: `/orgs/${slug}`, method: 'DELETE' }),
    // A fresh start: nothing of what is gone may be asked for again.
    onSuccess: () => window.location.assign('/'),
  });
  const link =
    'font-medium underline decoration-note-200 underline-offset-4 hover:decoration-current';
  return (
    <aside
      aria-label={t('label')}
      className="mx-auto w-full max-w-[100rem] px-4 pt-3 sm:px-8 lg:px-10 print:hidden"
    >
      <Banner
        actions={
          <>
            <Link href="/orgs/new?next=imports" className={link}>
              {t('load')}
            </Link>
            <button
              type="button"
              className={link}
              disabled={removal.isPending}
              onClick={() => removal.mutate()}
            >
              {removal.isPending ? t('removing') : t('remove')}
            </button>
          </>
        }
      >
        {t('text')}
        {removal.error && (
          <span role="alert" className="ml-2 text-warn-700">
            {t('failed', { reason: errorText(removal.error) })}
          </span>
        )}
      </Banner>
    </aside>
  );
}
