'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Scenario } from '#lib/contract/scenarios.ts';
import { MAX_SCENARIO_NAME } from '#lib/contract/scenarioWords.ts';
import { freeName } from '#lib/view/plan/moves.ts';
import type { PlanPart } from '../planPart.ts';
import { ConflictDialog } from './ConflictDialog.tsx';
import { HandDialog } from './HandDialog.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import type { ScenarioActs } from './useScenarioActs.ts';
import { VersionsDialog } from './VersionsDialog.tsx';

export type Asking =
  | 'save'
  | 'update'
  | 'rename'
  | 'duplicate'
  | 'publish'
  | 'versions'
  | 'remove'
  | 'conflict';

type Props = {
  part: PlanPart;
  asking: Asking;
  /** As it was when the question came up: it may change behind an open dialog. */
  scenario: Scenario | null;
  names: readonly string[];
  acts: ScenarioActs;
  onAsk: (asking: Asking | null) => void;
};

/** What must be asked before anything happens to a scenario. */
export function ScenarioDialogs({ part, asking, scenario, names, acts, onAsk }: Props) {
  const t = useTranslations('scenarios.ask');
  // Theirs takes the place of what lies under the page as soon as it is known.
  const [mine] = useState(part.input);
  const onClose = () => onAsk(null);
  const copyName = (name: string) => freeName(name, names, MAX_SCENARIO_NAME);
  if (asking === 'save' || scenario === null) {
    return (
      <HandDialog
        title={t('save')}
        description={t('saveText')}
        action={t('keep')}
        name={scenario === null ? '' : copyName(scenario.name)}
        onDo={async (by) => acts.show((await acts.add(mine, by)).id)}
        onClose={onClose}
      />
    );
  }
  const { name } = scenario;
  switch (asking) {
    case 'update':
      return (
        <HandDialog
          title={t('update', { name })}
          description={t('updateText', { number: scenario.version + 1 })}
          action={t('keep')}
          onDo={async (by) => {
            const { author, remark } = by;
            await acts.change(scenario, acts.keep(mine), { author, remark });
            acts.show(scenario.id);
          }}
          onConflict={() => onAsk('conflict')}
          onClose={onClose}
        />
      );
    case 'duplicate':
      return (
        <HandDialog
          title={t('duplicate', { name })}
          description={t('duplicateText')}
          action={t('duplicateNow')}
          name={copyName(name)}
          onDo={async (by) => acts.show((await acts.duplicate(scenario, by)).id)}
          onClose={onClose}
        />
      );
    case 'rename':
      return (
        <HandDialog
          title={t('rename', { name })}
          description={t('renameText')}
          action={t('keep')}
          name={name}
          onDo={(by) => acts.rename(scenario, by)}
          onClose={onClose}
        />
      );
    case 'publish':
      return <PublishDialog part={part} scenario={scenario} acts={acts} onClose={onClose} />;
    case 'versions':
      return <VersionsDialog part={part} scenario={scenario} acts={acts} onClose={onClose} />;
    case 'conflict':
      return (
        <ConflictDialog part={part} scenario={scenario} mine={mine} acts={acts} onClose={onClose} />
      );
    case 'remove':
      return <RemoveDialog scenario={scenario} acts={acts} onClose={onClose} />;
  }
}
