'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { restatementsOptions } from '#lib/query/restatements.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { lastLook } from '#lib/view/health/lastLook.ts';

type Props = {
  slug: string;
  /** When the numbers of the page were asked for. */
  asOf: string;
  format: Format;
};

/** Whether past weeks say something else than when the reader last looked. */
export function Restated({ slug, asOf, format }: Props) {
  const t = useTranslations('health.restated');
  const [since, setSince] = useState<string | null>(null);
  useEffect(() => {
    const key = `bowtie-looked:${slug}`;
    try {
      const look = lastLook(localStorage.getItem(key), Date.parse(asOf));
      localStorage.setItem(key, look.kept);
      setSince(look.since);
    } catch {
      // Without a memory there is no last time.
    }
  }, [slug, asOf]);
  const { data } = useQuery(restatementsOptions(slug, since));
  if (!data?.known_then || data.changed === 0) return null;
  return (
    <p className="text-sm text-ink-2 print:hidden">
      <Link
        href={`/${slug}/data/health?since=${encodeURIComponent(data.since)}#restated`}
        className="underline decoration-line-strong underline-offset-4 hover:decoration-ink"
      >
        {t('line', { n: data.changed, when: format.instant(data.since) })}
      </Link>
    </p>
  );
}
