'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { definitionLink } from '#lib/view/definitions/definitionLink.ts';

type Props = {
  org: string;
  anchor: string;
  /** The end of the period that the number is of: its definition then. */
  to: string | null;
  name?: 'link' | 'segments.link';
};

/** From a number to what it means. */
export function DefinitionLink({ org, anchor, to, name = 'link' }: Props) {
  const t = useTranslations('definitions');
  return (
    <Link
      href={definitionLink(org, anchor, to)}
      className="inline-flex min-h-6 items-center text-sm underline hover:text-ink"
    >
      {t(name)}
    </Link>
  );
}
