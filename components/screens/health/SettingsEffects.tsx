'use client';
import { useTranslations } from 'next-intl';
import type { Restatements } from '#lib/contract/restatements.ts';
import type { Format } from '#lib/view/createFormat.ts';

type Props = { settings: Restatements['settings']; format: Format };

/** Changed settings are no data: each is told with how many figures it moved when it came in. */
export function SettingsEffects({ settings, format }: Props) {
  const t = useTranslations('health.restated');
  return (
    <div>
      <h3 className="text-sm font-semibold">{t('settings')}</h3>
      <ul className="mt-1 space-y-1 text-sm text-ink-2">
        {settings.map((one) => (
          <li key={one.id}>
            <b className="font-medium text-ink">{t(`kind.${one.kind}`)}</b>{' '}
            {Object.keys(one.changes).join(', ')} · {format.instant(one.finished_at)} ·{' '}
            {t('moved', { n: one.figures.length })}
          </li>
        ))}
      </ul>
    </div>
  );
}
