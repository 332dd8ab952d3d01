'use client';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import type { Scenario, VersionsAnswer } from '#lib/contract/scenarios.ts';
import { inputDiffs } from '#lib/view/plan/inputDiffs.ts';
import { scenarioInput } from '#lib/view/plan/scenarioInput.ts';
import type { PlanPart } from '../planPart.ts';
import { DiffTable } from './DiffTable.tsx';

type Version = VersionsAnswer['data']['versions'][number];
type Props = {
  part: PlanPart;
  scenario: Scenario;
  version: Version;
  /** Null: this one is the first. */
  before: Version | null;
  isNewest: boolean;
  busy: boolean;
  onTake: () => void;
};

/** One state of a scenario: when, who, why, and what was changed from the one before. */
export function VersionLine(props: Props) {
  const { part, scenario, version, before, isNewest, busy, onTake } = props;
  const { defaults, format } = part;
  const t = useTranslations('scenarios.versions');
  const inputOf = ({ inputs }: Version) => scenarioInput({ ...scenario, inputs }, defaults);
  const diffs = before === null ? [] : inputDiffs([inputOf(before), inputOf(version)], format);
  const renamed = before !== null && before.name !== version.name;
  const names = [t('before'), t('after')];
  return (
    <li className="border-l-2 border-line-strong pl-3 tabular-nums">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <b className="font-medium">{t('version', { number: version.version })}</b>
        <span className="text-ink-2">
          {format.instant(version.created_at)} · {version.author ?? t('nobody')}
        </span>
        {!isNewest && !scenario.locked && (
          <Button size="sm" className="ml-auto" disabled={busy} onClick={onTake}>
            {t('take', { number: version.version })}
          </Button>
        )}
      </div>
      {version.remark && <p className="text-ink-2">{version.remark}</p>}
      <p>
        {before === null
          ? t('first', { arr: format.shortMoney(version.inputs.plan.target_arr) })
          : renamed
            ? t('renamed', { before: before.name, after: version.name })
            : diffs.length === 0 && t('nothing')}
      </p>
      {diffs.length > 0 && (
        <details>
          <summary className="min-h-6 cursor-pointer">
            {t('changed', { count: diffs.length })}
          </summary>
          <DiffTable label={t('table', { number: version.version })} names={names} diffs={diffs} />
        </details>
      )}
    </li>
  );
}
