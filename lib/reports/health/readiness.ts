import { LADDER, type LadderStage } from '#lib/bowtie/stages.ts';
import type { DataHealth, StageReadiness } from '#lib/contract/dataHealth.ts';
import type { Fault } from '#lib/contract/vocabulary.ts';
import type { StageHealth } from '#lib/store/health/stageHealth.ts';

/** From here on a pursuit is a qualified deal: it is worth something. */
export const PRICED: readonly LadderStage[] = LADDER.slice(LADDER.indexOf('sal'));
/** Fewer entries say little of a process. */
const FEW = 20;
/** A fault of one entry in ten asks for mending. */
const ONE_IN = 10;
/** Two stages on one day can be true: it is shown, and never the first thing to mend. */
const WEIGHED = ['skipped', 'backdated', 'ownerless', 'amountless'] as const satisfies Fault[];

/** A stage with what is to be mended of it. */
export function readiness(stage: LadderStage, counts: StageHealth | undefined): StageReadiness {
  const amountDue = PRICED.includes(stage);
  const told = { ...(counts ?? NOTHING), stage, amount_due: amountDue };
  const direct = told.entries - told.skipped;
  const [worst] = WEIGHED.filter((fault) => fault !== 'amountless' || amountDue)
    .filter((fault) => told[fault] * ONE_IN >= told.entries && told[fault] > 0)
    .sort((a, b) => told[b] - told[a]);
  const fix = told.entries === 0 || direct === 0 ? null : (worst ?? null);
  if (told.entries === 0) return { ...told, state: 'none', fix };
  if (direct === 0) return { ...told, state: 'implied', fix };
  if (told.entries < FEW) return { ...told, state: 'few', fix };
  return { ...told, state: fix === null ? 'ready' : 'fix', fix };
}

const NOTHING = {
  ...{ entries: 0, skipped: 0, backdated: 0, pairs: 0, same_day: 0 },
  ...{ ownerless: 0, amountless: 0, sound: 0 },
};

/** Of all stages the fault that most entries have; a stage that never sends anything goes first. */
export function firstToMend(stages: readonly StageReadiness[]): DataHealth['first'] {
  const silent = stages.find((one) => one.state === 'implied');
  if (silent) return { stage: silent.stage, fix: 'silent', affected: silent.entries };
  const [most] = stages
    .flatMap((one) => (one.fix === null ? [] : [{ ...one, fix: one.fix, affected: one[one.fix] }]))
    .sort((a, b) => b.affected - a.affected);
  return most ? { stage: most.stage, fix: most.fix, affected: most.affected } : null;
}
