'use client';
import { useTranslations } from 'next-intl';
import type { PublicationsAnswer, Scenario } from '#lib/contract/scenarios.ts';
import { inputDiffs } from '#lib/view/plan/inputDiffs.ts';
import { scenarioInput } from '#lib/view/plan/scenarioInput.ts';
import type { PlanPart } from '../planPart.ts';

type Props = {
  part: PlanPart;
  current: Scenario | null;
  /** Where it is the plan of a year. */
  plan: PublicationsAnswer['data']['publications'][number] | null;
  changed: boolean;
  /** The address names a scenario that is no more. */
  gone: boolean;
};

/** What is known of the scenario that is open: of when, changed since, published for which year. */
export function ScenarioState({ part, current, plan, changed, gone }: Props) {
  const { defaults, input, format } = part;
  const t = useTranslations('scenarios.panel');
  const line = 'text-xs text-pretty text-ink-2';
  if (gone) return <p className="text-xs text-warn-600">{t('gone')}</p>;
  if (current === null) return null;
  const { version, updated_at, locked } = current;
  const count = changed ? inputDiffs([scenarioInput(current, defaults), input], format).length : 0;
  return (
    <>
      <p className={line}>{t('state', { number: version, at: format.instant(updated_at) })}</p>
      {plan && (
        <p className={line}>
          {t('isPlan', {
            day: format.day(plan.fiscal_year),
            on: format.instant(plan.published_at),
          })}
        </p>
      )}
      {count > 0 && (
        <p className="text-xs font-medium">{t(locked ? 'changedLocked' : 'changed', { count })}</p>
      )}
      {locked && count === 0 && <p className={line}>{t('locked')}</p>}
    </>
  );
}
