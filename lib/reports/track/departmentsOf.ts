import { DEPARTMENTS } from '#lib/bowtie/plan/planTypes.ts';
import type { PlanTrack } from '#lib/contract/planTrack.ts';

type Status = PlanTrack['arr']['status'];
const WORST_FIRST = ['behind', 'near', 'ahead'] as const;

/** Each department with its stages; it stands where the worst of them stands. */
export function departmentsOf(
  stages: PlanTrack['stages'],
  retention: Status,
): PlanTrack['departments'] {
  return DEPARTMENTS.map((department) => {
    const own = stages.filter((one) => one.department === department);
    const told = department === 'CSM' ? [retention] : own.map((one) => one.status);
    return {
      department,
      stages: own.map(({ stage }) => stage),
      status: WORST_FIRST.find((one) => told.includes(one)) ?? null,
    };
  });
}
