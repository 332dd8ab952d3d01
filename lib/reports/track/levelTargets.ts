import { type Day, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import { type PlanPlace, plannedBy, planPlace } from '#lib/bowtie/plan/plannedBy.ts';
import { plannedKept } from '#lib/bowtie/plan/plannedKept.ts';
import { ratio } from '#lib/bowtie/ratio.ts';
import type { TargetPoint } from '#lib/contract/planTargets.ts';
import { isOutside, isRunning, NO_TARGET, nowIn, type TargetsAsked } from './countTargets.ts';

type Asked = TargetsAsked & { level: 'arr' | 'nrr'; timeZone: string };

/** ARR at the end of each period, or what retention keeps over it, as the plan has them. */
export function levelTargets(asked: Asked): TargetPoint[] {
  const { periods, plan, level, moment } = asked;
  const now = nowIn(asked);
  const within = (day: Day) => (day < plan.start ? plan.start : day < plan.end ? day : plan.end);
  const elapsed = (day: Day) => elapsedAt(day, asked);
  const kept = (share: number) => plannedKept(asked.segments, share);
  return periods.map((period) => {
    if (isOutside(period, plan)) return { ...period, ...NO_TARGET };
    const [from, to] = [within(period.from), within(period.to)];
    const runs = isRunning(period, asked);
    if (level === 'nrr') {
      const over = (share: number) => ratio(kept(share), kept(elapsed(from)));
      const target = over(elapsed(to));
      return { ...period, ...NO_TARGET, target, expected: runs ? over(moment.elapsed) : null };
    }
    const arr = (share: number, place: PlanPlace) =>
      Number((kept(share) + wonBy(asked, place)).toFixed(2));
    const target = arr(elapsed(to), planPlace(to, plan.start));
    return { ...period, ...NO_TARGET, target, expected: runs ? arr(moment.elapsed, now) : null };
  });
}

function elapsedAt(day: Day, { plan, timeZone }: Asked): number {
  const [at, start, end] = [day, plan.start, plan.end].map((one) => startOfLocalDay(one, timeZone));
  return ratio((at ?? 0) - (start ?? 0), (end ?? 0) - (start ?? 0)) ?? 0;
}

/** New ARR comes as its wins do. */
function wonBy({ segments, curve }: Asked, place: PlanPlace): number {
  return segments.reduce((sum, { newArr, targets }) => {
    const all = targets.reduce((total, one) => total + one, 0);
    return sum + newArr * (ratio(plannedBy(targets, curve, place), all) ?? 0);
  }, 0);
}
