'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Banner } from '#components/ui/Banner.tsx';
import { buttonClass } from '#components/ui/buttonClass.ts';
import { countSources } from '#lib/view/plan/inputLines.ts';
import type { PlanPart } from '../planPart.ts';

/** Says before any number that nothing of it was measured, and what to load first. */
export function NotYours({ facts, meta }: PlanPart) {
  const t = useTranslations('planInputs.notYours');
  const rates = meta.assumptions.filter(({ path }) => path.includes('.conversions.'));
  const { own } = countSources(rates);
  const borrowed = rates.filter(({ source }) => source === 'benchmark').length;
  if (borrowed === 0) return null;
  const href = `/${encodeURIComponent(facts.slug)}/data/imports`;
  return (
    <Banner
      actions={
        <Link href={href} className={buttonClass('secondary', 'sm')}>
          {t('load')}
        </Link>
      }
    >
      {own === 0 ? (
        <>
          <b className="font-semibold">{t('title')}</b> {t('says')}
        </>
      ) : (
        t('some', { borrowed, all: rates.length })
      )}
    </Banner>
  );
}
