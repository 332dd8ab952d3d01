'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Card } from '#components/ui/Card.tsx';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Select } from '#components/ui/Select.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import type { Scenario } from '#lib/contract/scenarios.ts';
import { publicationsOptions, scenariosOptions } from '#lib/query/scenarioCalls.ts';
import { useErrorText } from '../../useErrorText.ts';
import type { PlanPart } from '../planPart.ts';
import type { Asking } from './ScenarioDialogs.tsx';
import { ScenarioMenu } from './ScenarioMenu.tsx';
import { ScenarioState } from './ScenarioState.tsx';
import { useScenarioActs } from './useScenarioActs.ts';

const ScenarioDialogs = dynamic(
  () => import('./ScenarioDialogs.tsx').then((one) => one.ScenarioDialogs),
  { ssr: false },
);

const NONE = '*';

/** Plans under names: keep this one, go on with another, make one the plan of the year. */
export function ScenarioPanel(part: PlanPart) {
  const { facts, state } = part;
  const t = useTranslations('scenarios.panel');
  const errorText = useErrorText();
  const query = useQuery(scenariosOptions(facts.slug));
  const scenarios = query.data?.data.scenarios ?? [];
  const acts = useScenarioActs(part);
  const [asked, setAsked] = useState<{ asking: Asking; scenario: Scenario | null } | null>(null);
  const current = scenarios.find(({ id }) => id === state.scenario) ?? null;
  const publications = useQuery(publicationsOptions(facts.slug)).data?.data.publications ?? [];
  const plan = publications.find((one) => one.current && one.scenario_id === current?.id) ?? null;
  const changed = state.set !== '' || state.target !== null;
  const ask = (asking: Asking | null) =>
    setAsked((before) =>
      // The question goes on about the scenario that it began with.
      asking === null ? null : { asking, scenario: before?.scenario ?? current },
    );
  return (
    <Card className="grid gap-3" aria-label={t('title')}>
      <div className="flex items-center justify-between gap-2">
        <h2 className="text-sm font-semibold">{t('title')}</h2>
        {current && <ScenarioMenu scenario={current} onAsk={ask} />}
      </div>
      {query.error ? (
        <ErrorState message={errorText(query.error)} onRetry={() => query.refetch()} />
      ) : query.data === undefined ? (
        <Skeleton className="h-10" />
      ) : scenarios.length === 0 ? (
        <p className="text-sm text-pretty text-ink-2">{t('empty')}</p>
      ) : (
        <Select
          label={t('choose')}
          value={current?.id ?? NONE}
          options={[
            { value: NONE, label: t('live') },
            ...scenarios.map(({ id, name, locked }) => ({
              value: id,
              label: name,
              ...(locked ? { hint: t('published') } : {}),
            })),
          ]}
          onChange={(id) => acts.show(id === NONE ? null : id)}
        />
      )}
      <ScenarioState
        part={part}
        current={current}
        plan={plan}
        changed={changed}
        gone={state.scenario !== null && current === null && query.data !== undefined}
      />
      <div className="flex flex-wrap gap-2">
        {current && !current.locked && changed && (
          <Button size="sm" variant="primary" onClick={() => ask('update')}>
            {t('update')}
          </Button>
        )}
        {current && changed && (
          <Button size="sm" onClick={() => acts.show(current.id)}>
            {t('discard')}
          </Button>
        )}
        <Button size="sm" onClick={() => ask('save')}>
          {current ? t('saveAs') : t('save')}
        </Button>
        {current && !changed && plan === null && (
          <Button size="sm" onClick={() => ask('publish')}>
            {t('publish')}
          </Button>
        )}
      </div>
      {asked && (
        <ScenarioDialogs
          part={part}
          {...asked}
          names={scenarios.map(({ name }) => name)}
          acts={acts}
          onAsk={ask}
        />
      )}
    </Card>
  );
}
