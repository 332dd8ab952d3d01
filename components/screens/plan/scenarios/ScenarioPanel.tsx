'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Card } from '#components/ui/Card.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { Select } from '#components/ui/Select.tsx';
import { publicationsOptions, scenariosOptions } from '#lib/query/scenarioCalls.ts';
import { useErrorText } from '../../useErrorText.ts';
import type { PlanPart } from '../planPart.ts';
import { SaveDialog } from './SaveDialog.tsx';
import { useScenarioActs } from './useScenarioActs.ts';
import { VersionsDialog } from './VersionsDialog.tsx';

const NONE = '*';
type Open = 'save' | 'publish' | 'remove' | 'versions' | null;

/** Plans under names: keep this one, go on with another, make one the plan of the year. */
export function ScenarioPanel(part: PlanPart) {
  const { facts, state, format, onChange } = part;
  const t = useTranslations('plan.scenarios');
  const errorText = useErrorText();
  const scenarios = useQuery(scenariosOptions(facts.slug)).data?.data.scenarios ?? [];
  const publications = useQuery(publicationsOptions(facts.slug)).data?.data.publications ?? [];
  const acts = useScenarioActs(part);
  const [open, setOpen] = useState<Open>(null);
  const current = scenarios.find(({ id }) => id === state.scenario) ?? null;
  const plan = publications.find((one) => one.current && one.scenario_id === current?.id);
  const changed = state.set !== '' || state.target !== null;
  const choose = (id: string) =>
    onChange({ scenario: id === NONE ? null : id, set: '', target: null });
  const close = () => setOpen(null);
  const confirm = (kind: 'publish' | 'remove') => {
    if (current === null) return;
    acts.mutate(kind === 'publish' ? { kind, of: current, author: null } : { kind, of: current });
    close();
  };
  return (
    <Card className="grid gap-3" aria-label={t('title')}>
      <h2 className="text-sm font-semibold">{t('title')}</h2>
      {scenarios.length > 0 && (
        <Select
          label={t('choose')}
          value={current?.id ?? NONE}
          options={[
            { value: NONE, label: t('live') },
            ...scenarios.map(({ id, name, locked }) => ({
              value: id,
              label: name,
              ...(locked ? { hint: t('locked') } : {}),
            })),
          ]}
          onChange={choose}
        />
      )}
      {plan && (
        <p className="text-xs text-ink-2">
          {t('isPlan', {
            day: format.day(plan.fiscal_year),
            on: format.instant(plan.published_at),
          })}
        </p>
      )}
      {acts.error && (
        <p role="alert" className="text-xs text-warn-600">
          {errorText(acts.error)}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {current && !current.locked && changed && (
          <Button
            size="sm"
            onClick={() => acts.mutate({ kind: 'update', of: current, author: null })}
          >
            {t('update')}
          </Button>
        )}
        <Button size="sm" onClick={() => setOpen('save')}>
          {current ? t('saveAs') : t('save')}
        </Button>
        {current && (
          <>
            <Button size="sm" disabled={changed} onClick={() => setOpen('publish')}>
              {t('publish')}
            </Button>
            <Button size="sm" onClick={() => setOpen('versions')}>
              {t('versions', { count: current.version })}
            </Button>
            {!current.locked && (
              <Button size="sm" onClick={() => setOpen('remove')}>
                {t('remove')}
              </Button>
            )}
          </>
        )}
      </div>
      {open === 'save' && (
        <SaveDialog
          onClose={close}
          onSave={(name, author) => {
            acts.mutate({ kind: 'save', name, author });
            close();
          }}
        />
      )}
      {open === 'versions' && current && (
        <VersionsDialog org={facts.slug} scenario={current} format={format} onClose={close} />
      )}
      {(open === 'publish' || open === 'remove') && current && (
        <Dialog
          open
          onOpenChange={close}
          title={t(`confirm.${open}`, { name: current.name })}
          description={t(`confirm.${open}Hint`)}
          footer={
            <>
              <Button onClick={close}>{t('cancel')}</Button>
              <Button variant="primary" onClick={() => confirm(open)}>
                {t(open)}
              </Button>
            </>
          }
        />
      )}
    </Card>
  );
}
