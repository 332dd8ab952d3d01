'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';

const PAGES = ['imports', 'health', 'rates'] as const;

type Props = { org: string; page: (typeof PAGES)[number] };

/** The pages about data, beside each other. */
export function DataTabs({ org, page }: Props) {
  const t = useTranslations('health.tabs');
  return (
    <nav aria-label={t('label')} className="mb-5 flex gap-1 print:hidden">
      {PAGES.map((each) => (
        <Link
          key={each}
          href={`/${org}/data/${each}`}
          aria-current={each === page ? 'page' : undefined}
          className={cx(
            'flex h-8 items-center rounded-full px-3 text-sm whitespace-nowrap',
            each === page ? 'bg-sunken font-medium text-ink' : 'text-ink-2 hover:text-ink',
          )}
        >
          {t(each)}
        </Link>
      ))}
    </nav>
  );
}
