'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Banner } from '#components/ui/Banner.tsx';

/** Importing into the sample is allowed, but nobody does it by mistake. */
export function SampleNotice() {
  const t = useTranslations('imports.new');
  return (
    <div className="mb-6">
      <Banner
        actions={
          <Link
            href="/orgs/new?next=imports"
            className="font-medium underline decoration-note-200 underline-offset-4"
          >
            {t('ownOrg')}
          </Link>
        }
      >
        {t('sample')} {t('sampleAnyway')}
      </Banner>
    </div>
  );
}
