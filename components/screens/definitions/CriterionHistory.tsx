import { useTranslations } from 'next-intl';
import type { CriterionVersion } from '#lib/contract/criteria.ts';
import type { Format } from '#lib/view/createFormat.ts';

type Props = { versions: readonly CriterionVersion[]; format: Format };

/** Every wording that a stage ever had, the newest first. */
export function CriterionHistory({ versions, format }: Props) {
  const t = useTranslations('definitions');
  if (versions.length === 0) return null;
  return (
    <details className="mt-3 text-sm">
      <summary className="min-h-6 cursor-pointer text-ink-2 hover:text-ink">
        {t('history', { n: versions.length })}
      </summary>
      <ol className="mt-2 grid gap-2">
        {versions.map(({ version, text, from, created_at }) => (
          <li key={version} className="rounded-lg bg-sunken px-3 py-2">
            <p className="text-xs text-ink-2">
              {t('version', { n: version, day: format.day(from) })},{' '}
              {t('written', { when: format.instant(created_at) })}
            </p>
            <p className="whitespace-pre-line break-words">{text || t('backToCommon')}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}
