import { LADDER, type LadderStage, type Step } from './oracleHistory.ts';

export const DAY = 86_400_000;

export type Rule = 'implied' | 'actual';
export type Entered = { step: Step; at: number; implied: boolean };
export type Outcome = 'advanced' | 'lost' | 'no_decision' | 'expired' | 'open';
export type Ended = { outcome: Outcome; at: number | null };

const place = (stage: string) => (LADDER as readonly string[]).indexOf(stage);

/** Section 4: entered(s) under a rule; null when the record did not enter. */
export function enteredAt(steps: readonly Step[], stage: LadderStage, rule: Rule): Entered | null {
  const counting = steps.filter((step) =>
    rule === 'actual' ? step.stage === stage : place(step.stage) >= place(stage),
  );
  const step = counting[0];
  if (step === undefined) return null;
  const hasOwn = steps.some((other) => other.stage === stage && other.at === step.at);
  return { step, at: step.at, implied: !hasOwn };
}

/** Section 4: the entry into the next stage that is on, seen from an entry into `stage`. */
export function nextAfter(
  steps: readonly Step[],
  entry: Entered,
  next: LadderStage | null,
  rule: Rule,
): Entered | null {
  if (next === null) return null;
  if (rule === 'implied') return enteredAt(steps, next, 'implied');
  const step = steps.find((one) => one.stage === next && one.at >= entry.at);
  return step === undefined ? null : { step, at: step.at, implied: false };
}

/** Section 4: the last `lost`, `no_decision` or `won`, unless the record was re-opened. */
export function terminal(steps: readonly Step[]): { outcome: string; at: number } | null {
  const last = steps.findLastIndex((step) => ['lost', 'no_decision', 'won'].includes(step.stage));
  const step = steps[last];
  if (step === undefined) return null;
  const after = steps.slice(last + 1);
  const reopened = after.some((one) => !['lost', 'no_decision', 'churned'].includes(one.stage));
  if (step.stage !== 'won' && reopened) return null;
  return { outcome: step.stage, at: step.at };
}

/** The negative end of an entry, as if there were no window. */
function negative(steps: readonly Step[], stage: LadderStage, entry: Entered, advanced: boolean) {
  const ends: { outcome: 'lost' | 'no_decision'; at: number }[] = [];
  const end = terminal(steps);
  if (end?.outcome === 'lost' || end?.outcome === 'no_decision') {
    ends.push({ outcome: end.outcome, at: end.at });
  }
  if ((stage === 'won' || stage === 'onboarded') && !advanced) {
    const churn = steps.find((step) => step.stage === 'churned' && step.at >= entry.at);
    if (churn !== undefined) ends.push({ outcome: 'lost', at: churn.at });
  }
  return ends.sort((a, b) => a.at - b.at)[0] ?? null;
}

/** Section 4: the outcome of an entry at `asOf`; `steps` hold nothing after it. */
export function outcomeOf(
  steps: readonly Step[],
  stage: LadderStage,
  entry: Entered,
  next: Entered | null,
  asOf: number,
  windowDays: number | null,
): Ended {
  const within = (at: number) => windowDays === null || at - entry.at <= windowDays * DAY;
  if (next !== null && within(next.at)) return { outcome: 'advanced', at: next.at };
  const end = negative(steps, stage, entry, next !== null);
  if (end !== null && within(end.at)) return end;
  if (windowDays !== null && asOf - entry.at > windowDays * DAY) {
    return { outcome: 'expired', at: entry.at + windowDays * DAY };
  }
  return { outcome: 'open', at: null };
}

/** Section 6: a later stage's first event came before the first event of `stage`. */
export function isOutOfOrder(steps: readonly Step[], stage: LadderStage): boolean {
  const own = steps.find((step) => step.stage === stage);
  return (
    own !== undefined && steps.some((step) => place(step.stage) > place(stage) && step.at < own.at)
  );
}

/** Section 5, snapshot: the stage in which a record is in stock after these steps, if it is. */
export function stockOf(
  steps: readonly Step[],
  stagesOn: readonly LadderStage[],
): { stage: LadderStage; step: Step } | null {
  const end = terminal(steps)?.outcome;
  if (end === 'lost' || end === 'no_decision') return null;
  const moves = steps.filter((step) => place(step.stage) >= 0 || step.stage === 'churned');
  const last = moves.at(-1);
  const step = steps.at(-1);
  if (last === undefined || step === undefined || last.stage === 'churned') return null;
  const nearest = LADDER.slice(0, place(last.stage) + 1).filter((one) => stagesOn.includes(one));
  const stage = nearest.at(-1);
  return stage === undefined ? null : { stage, step };
}

/** When the current stay began: before it the record was elsewhere, or out of stock. */
export function staySince(steps: readonly Step[], stagesOn: readonly LadderStage[]): number {
  const stage = stockOf(steps, stagesOn)?.stage;
  const times = [...new Set(steps.map((step) => step.at))];
  let since = times.at(-1) ?? 0;
  for (const time of times.reverse()) {
    const then = stockOf(
      steps.filter((step) => step.at <= time),
      stagesOn,
    );
    if (then?.stage !== stage) break;
    since = time;
  }
  return since;
}
