'use client';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { rederivePreview } from '#lib/query/rederiveOptions.ts';
import { type Effect, effectsOf } from '#lib/view/orgs/effectsOf.ts';
import type { OrgDraft } from '#lib/view/orgs/orgForm.ts';

type Props = {
  slug: string;
  saved: OrgDraft;
  changes: Partial<OrgDraft>;
  busy: boolean;
  onApply: () => void;
  onClose: () => void;
};

/** What a change does to the numbers, before it is made. */
export function ApplyDialog({ slug, saved, changes, busy, onApply, onClose }: Props) {
  const t = useTranslations('orgs.apply');
  const terms = useTranslations('terms.stage');
  const locale = useLocale();
  const { data: records } = useQuery(rederivePreview(slug));
  const said = (effect: Effect) => {
    if ('stage' in effect) return t(effect.kind, { stage: terms(effect.stage) });
    if (effect.kind === 'names') return t('names', { n: effect.n });
    if (effect.kind === 'bands') return bandsText(effect.bands);
    return t(effect.kind, { ...effect });
  };
  const bandsText = (bands: OrgDraft['segment_rule']['bands']) => {
    const currency = changes.currency ?? saved.currency;
    const money = new Intl.NumberFormat(locale, {
      ...{ style: 'currency', currency, maximumFractionDigits: 2, minimumFractionDigits: 0 },
    });
    const lines = bands.map(({ from, segment }) =>
      t('band', { amount: money.format(Number(from)), segment }),
    );
    return lines.length === 0 ? t('noBands') : t('bands', { bands: lines.join(t('comma')) });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" disabled={busy} onClick={onApply}>
            {t('apply')}
          </Button>
        </>
      }
    >
      <ul className="list-disc space-y-1.5 pl-5">
        {effectsOf(saved, changes).map((effect) => (
          <li key={keyOf(effect)} className="break-words">
            {said(effect)}
          </li>
        ))}
      </ul>
      <p className="mt-4 min-h-11 text-sm text-ink-2">
        {t('records', { n: new Intl.NumberFormat(locale).format(records ?? 0) })}
      </p>
    </Dialog>
  );
}

function keyOf(effect: Effect): string {
  if ('stage' in effect) return `${effect.kind} ${effect.stage}`;
  return effect.kind === 'name' ? `name ${effect.value}` : effect.kind;
}
