'use client';
import { useTranslations } from 'next-intl';
import type { Restatements } from '#lib/contract/restatements.ts';
import type { Format } from '#lib/view/createFormat.ts';

const NAMED = ['time_zone', 'currency', 'stages', 'renewal_grace_days', 'segment_rule'] as const;

type Props = { settings: Restatements['settings']; format: Format };

/** Changed settings are no data: each is told with how many figures it moved when it came in. */
export function SettingsEffects({ settings, format }: Props) {
  const t = useTranslations('health.restated');
  /** Settings have names of ours; stage names are told as they were written. */
  const nameOf = (key: string) => {
    const named = NAMED.find((one) => one === key);
    return named === undefined ? key : t(`setting.${named}`);
  };
  const said = ({ kind, changes }: Restatements['settings'][number]) =>
    kind === 'rates'
      ? t('rates', { n: Number(changes.rates) })
      : format.list(Object.keys(changes).map(nameOf));
  return (
    <div>
      <h3 className="text-sm font-semibold">{t('settings')}</h3>
      <ul className="mt-1 space-y-1 text-sm text-ink-2">
        {settings.map((one) => (
          <li key={one.id}>
            <b className="font-medium text-ink">{t(`kind.${one.kind}`)}</b> {said(one)} ·{' '}
            {format.instant(one.finished_at)} · {t('moved', { n: one.figures.length })}
          </li>
        ))}
      </ul>
    </div>
  );
}
