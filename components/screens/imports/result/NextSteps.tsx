'use client';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/ButtonLink.tsx';
import type { ImportAnswer } from '#lib/contract/ingest.ts';
import type { OrgAnswer } from '#lib/contract/org.ts';
import { StagesHint } from './StagesHint.tsx';

type Props = { org: OrgAnswer; answer: ImportAnswer };

/** The way from rows to numbers. */
export function NextSteps({ org, answer }: Props) {
  const t = useTranslations('imports.result');
  return (
    <section aria-labelledby="next" className="flex flex-col gap-3">
      <h2 id="next" className="text-lg font-semibold">
        {t('next')}
      </h2>
      {answer.kind === 'events' && <StagesHint org={org} />}
      <div className="flex flex-wrap items-center gap-2">
        <ButtonLink variant="primary" href={`/${org.slug}?period=all`}>
          {t('bowtie')}
        </ButtonLink>
        <ButtonLink href={`/${org.slug}/data/imports/new`}>{t('another')}</ButtonLink>
      </div>
      <p className="text-sm text-ink-3">{t('bowtieHint')}</p>
    </section>
  );
}
