import type { PlanInput, PlanResult, PlanSegment } from '#lib/bowtie/plan/planTypes.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { PlanTargetsAnswer } from '#lib/contract/planTargets.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import type { Followed } from '../trendQuery.ts';

/** One segment of a plan with the whole monthly targets of a stage. */
export type ChosenSegment = PlanSegment & { newArr: number; targets: readonly number[] };

export type ChosenTargets = {
  /** Its entries are the targets; of ARR and NRR the wins. */
  stage: LadderStage;
  level: 'arr' | 'nrr' | null;
  segments: readonly ChosenSegment[];
};

type Missing = { missing: NonNullable<PlanTargetsAnswer['data']['missing']> };

/** What of a plan a trend is held against, or why nothing of it can be. */
export function chosenTargets(
  input: PlanInput,
  result: PlanResult,
  followed: Followed,
  where: BowtieQuery['where'],
): ChosenTargets | Missing {
  const level = 'revenue' in followed ? followed.revenue : null;
  if ('from' in followed || level === 'grr' || level === 'logo_retention') {
    return { missing: 'not_planned' };
  }
  const { segment: keys, ...others } = where;
  const isSplit = input.segments.length > 1;
  if (Object.keys(others).length > 0 || (keys && !isSplit)) return { missing: 'not_split' };
  const known = input.segments.map(({ key }) => key);
  if (keys?.some((key) => !known.includes(key))) return { missing: 'not_planned' };
  const stage = 'entries' in followed ? followed.entries : 'won';
  const targetsOf = (place: number) =>
    (result.segments[place]?.months ?? []).map(({ wins, entries }) =>
      stage === 'won' ? wins : entries[stage],
    );
  const segments = input.segments.flatMap((segment, place): ChosenSegment[] => {
    const targets = targetsOf(place).filter((one) => one !== undefined);
    if ((keys && !keys.includes(segment.key)) || targets.length === 0) return [];
    return [{ ...segment, newArr: Number(result.segments[place]?.new_arr ?? 0), targets }];
  });
  if (segments.length > 0) return { stage, level, segments };
  return wholeStage(input, result, stage, keys !== undefined);
}

/** A stage that a plan counts forward, not back: known for all segments together only. */
function wholeStage(
  input: PlanInput,
  { departments }: PlanResult,
  stage: LadderStage,
  isFiltered: boolean,
): ChosenTargets | Missing {
  const own = departments.find(({ stages }) => stages.includes(stage));
  const [segment] = input.segments;
  if (own === undefined || segment === undefined) return { missing: 'not_planned' };
  if (isFiltered) return { missing: 'not_split' };
  const targets = own.months.map(({ value }) => value);
  return { stage, level: null, segments: [{ ...segment, newArr: 0, targets }] };
}
