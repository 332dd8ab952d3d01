'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Banner } from '#components/ui/Banner.tsx';
import { Progress } from '#components/ui/Progress.tsx';
import { useRederive } from '../useRederive.ts';

/** While changed settings are on their way every page shows the numbers of before, and says so. */
export function RederiveBanner({ slug, changing }: { slug: string; changing: boolean }) {
  const t = useTranslations('shell.rederive');
  const locale = useLocale();
  const client = useQueryClient();
  const router = useRouter();
  const { rederiving, running, share } = useRederive(slug, changing);
  const was = useRef(rederiving);
  useEffect(() => {
    if (was.current && !rederiving) {
      // Every number, and what the pages know of the organization.
      client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'rederive' });
      router.refresh();
    }
    was.current = rederiving;
  }, [rederiving, client, router]);
  if (!rederiving) return null;
  const number = new Intl.NumberFormat(locale);
  return (
    <aside
      aria-label={t('label')}
      className="mx-auto w-full max-w-[100rem] px-4 pt-3 sm:px-8 lg:px-10"
    >
      <Banner
        actions={
          <span className="w-40 print:hidden">
            <Progress label={t('label')} value={share} />
          </span>
        }
      >
        <span role="status">{t('text')}</span>
        {running && running.total > 0 && (
          <span className="ml-2">
            {t('progress', {
              records: number.format(running.records),
              total: number.format(running.total),
            })}
          </span>
        )}
      </Banner>
    </aside>
  );
}
