import { crLabel } from '#lib/bowtie/keyMoments.ts';
import { LADDER, type LadderStage, MOVEMENTS } from '#lib/bowtie/stages.ts';
import type { DefinedStage } from '#lib/contract/criteria.ts';
import type { Text } from '../text.ts';

type StageFacts = {
  long: Text | null;
  owner: Text | null;
  /** The label of the key moment that ends here: CR4 of `won`. */
  label: string | null;
};

const MOMENTS: Readonly<Partial<Record<DefinedStage, string>>> = {
  renewed: 'CR7',
  expanded: 'CR8',
};

/** What is known of a stage whatever the organization writes. */
export function stageFacts(stage: DefinedStage): StageFacts {
  if (isLadder(stage)) {
    const before = LADDER[LADDER.indexOf(stage) - 1];
    return {
      long: { key: `terms.stageLong.${stage}` },
      owner: { key: `terms.role.${stage}` },
      label: before === undefined ? null : crLabel(before, stage),
    };
  }
  const moves = (MOVEMENTS as readonly string[]).includes(stage);
  const owner = moves ? { key: 'terms.role.movements' } : null;
  return { long: null, owner, label: MOMENTS[stage] ?? null };
}

function isLadder(stage: DefinedStage): stage is LadderStage {
  return (LADDER as readonly string[]).includes(stage);
}
