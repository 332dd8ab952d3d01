'use client';
import { Building2, FileSignature, Funnel } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/ButtonLink.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';

const KINDS = [
  { kind: 'events', Icon: Funnel },
  { kind: 'accounts', Icon: Building2 },
  { kind: 'contracts', Icon: FileSignature },
] as const;

/** Teaches what can be brought in before anything was. */
export function NoImports({ slug }: { slug: string }) {
  const t = useTranslations('imports');
  return (
    <div className="rounded-xl border border-line bg-surface">
      <EmptyState
        title={t('empty.title')}
        actions={
          <ButtonLink variant="primary" href={`/${slug}/data/imports/new`}>
            {t('empty.start')}
          </ButtonLink>
        }
      >
        <p>{t('empty.text')}</p>
        <ul className="my-5 grid gap-3 text-left text-wrap">
          {KINDS.map(({ kind, Icon }) => (
            <li key={kind} className="flex gap-3">
              <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-acq-400" strokeWidth={1.5} />
              <span>
                <b className="font-medium text-ink">{t(`kind.${kind}`)}</b>
                <span className="block">{t(`empty.${kind}`)}</span>
              </span>
            </li>
          ))}
        </ul>
        <p>{t('empty.steps')}</p>
      </EmptyState>
    </div>
  );
}
