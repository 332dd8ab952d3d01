'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { fiscalYearOf } from '#lib/bowtie/plan/fiscalYearOf.ts';
import type { Scenario } from '#lib/contract/scenarios.ts';
import { publicationsOptions } from '#lib/query/scenarioCalls.ts';
import type { PlanPart } from '../planPart.ts';
import { HandDialog } from './HandDialog.tsx';
import type { ScenarioActs } from './useScenarioActs.ts';

type Props = { part: PlanPart; scenario: Scenario; acts: ScenarioActs; onClose: () => void };

/** Says what publishing means before it is done, and whose place it takes. */
export function PublishDialog({ part, scenario, acts, onClose }: Props) {
  const { facts, format } = part;
  const t = useTranslations('scenarios.publish');
  const publications = useQuery(publicationsOptions(facts.slug)).data?.data.publications ?? [];
  const year = fiscalYearOf(scenario.inputs.plan.start, facts.calendar.fiscalStartMonth);
  const before = publications.find((one) => one.current && one.fiscal_year === year);
  const means = ['targets', 'locked', 'kept'] as const;
  return (
    <HandDialog
      title={t('title', { name: scenario.name })}
      description={t('says', { day: format.day(year) })}
      action={t('now')}
      onDo={({ author, remark }) => acts.publish(scenario, { author, remark })}
      onClose={onClose}
    >
      <ul className="grid list-disc gap-1 pl-5 text-sm text-ink-2">
        {means.map((one) => (
          <li key={one}>{t(one)}</li>
        ))}
        {before && (
          <li>{t('instead', { name: before.name, on: format.instantDay(before.published_at) })}</li>
        )}
      </ul>
    </HandDialog>
  );
}
