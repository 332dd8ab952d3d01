import type { LadderStage } from '../stages.ts';

/** Two neighbouring stages, as `sal>won`. */
export type ConversionKey = string;

/** Open entries of a segment, by stage and by calendar months since the entry. */
export type PlanPipeline = {
  /** Calendar months from the month in which they were counted to the first of the plan. */
  months_to_start: number;
  /** Share of the month of counting that had passed, 0..1; 0: counted as it began. */
  elapsed: number;
  /** By stage: open entries that came 0, 1, 2, ... calendar months before. */
  open: Readonly<Record<string, readonly number[]>>;
  /** By conversion: share of entries still open when calendar month 0, 1, 2, ... begins. */
  still_open?: Readonly<Record<ConversionKey, readonly number[]>> | undefined;
};

/** What is known of one segment; all shares, rates and lags are plain numbers. */
export type PlanSegment = {
  key: string;
  opening_arr: string;
  nrr: number;
  /** CR7, at most `nrr`: what churn leaves; what is above is expansion. Absent: not told apart. */
  grr?: number | undefined;
  /** Share of the new-business target; the shares of all segments sum to 1. */
  share: number;
  /** List price a year. */
  acv: string;
  /** CR5: share of the list price that is given away. */
  discount: number;
  conversions: Readonly<Record<ConversionKey, number>>;
  /** P(lag = 0, 1, 2, ... calendar months); absent: all in the same month. */
  lags: Readonly<Record<ConversionKey, readonly number[]>>;
  /** Share of the wins of each month of the plan; absent: even. */
  seasonality?: readonly number[] | undefined;
  /** Absent: nothing is known of it, so nothing is available. */
  pipeline?: PlanPipeline | undefined;
};

/** Heads that start with a month, `YYYY-MM`, and then ramp; it may lie before the plan. */
export type PlannedHire = { start: string; heads: number };

/** What one head of a role does at one stage. */
export type PlanRole = {
  role: string;
  stage: LadderStage;
  /** Entries into the stage that a ramped head handles a month. */
  per_month: number;
  /** Share of it in a hire's first, second, ... month; ramped after the last. */
  ramp: readonly number[];
  /** Ramped heads when the plan starts. */
  heads: number;
  /** Share of the heads that leaves within a year, at a constant pace. */
  attrition: number;
  /** Loaded cost of a head a year. */
  cost?: string | undefined;
  /** Hires that are decided; what the plan needs beyond them is dated by itself. */
  hires?: readonly PlannedHire[] | undefined;
  /** The segments that the role works on; absent: all. */
  segments?: readonly string[] | undefined;
};

export type Rounding = 'none' | 'display';

/** A plan with nothing left open: what the arithmetic takes. */
export type PlanInput = {
  /** The first day of a month. */
  start: string;
  months: number;
  target_arr: string;
  rounding: Rounding;
  segments: readonly PlanSegment[];
  capacity: readonly PlanRole[];
};

export type SegmentMonth = { month: string; wins: number; entries: Record<string, number> };

/** What one segment has to do. `entries`: months and locked together. */
export type SegmentPlan = {
  key: string;
  new_arr: string;
  wins: number;
  entries: Record<string, number>;
  months: SegmentMonth[];
  /** Entries that must have come before the plan starts. */
  locked: Record<string, number>;
  /** What the open pipeline stands for in entries into each stage: held against `locked`. */
  available: Record<string, number>;
};

export const DEPARTMENTS = ['Marketing', 'SDR', 'AE', 'ONB', 'CSM'] as const;
export type Department = (typeof DEPARTMENTS)[number];

/** What one department has to bring at one of its stages: total = locked + months + later. */
export type DepartmentPlan = {
  department: Department;
  stages: LadderStage[];
  total: number;
  locked: number;
  months: { month: string; value: number }[];
  /** Falls after the plan ends: only customers that go live later. */
  later: number;
};

/** What of a month's load the heads of a role can handle. */
export type RoleMonth = {
  month: string;
  load: number;
  /** Of the heads that are there and of hires that are decided, by their ramp. */
  capacity: number;
  /** Ramped heads for the load; null where a head handles nothing. */
  heads_needed: number | null;
  /** Ramped heads: what is left of those at the start, and hires that are decided. */
  heads: number;
  /** min(load, capacity): what is done without hires. */
  done: number;
  binds: 'demand' | 'capacity';
};

export type RoleHire = {
  /** First month of work: as many months before it is needed as the ramp is long. */
  start: string;
  needed: string;
  heads: number;
  /** It would have to start before the plan does. */
  late: boolean;
};

export type RolePlan = {
  role: string;
  stage: LadderStage;
  months: RoleMonth[];
  hires: RoleHire[];
  /** Cost of all hires within the plan; null where a head's cost is not known. */
  hire_cost: string | null;
};

export type GapReason = 'pipeline_short' | 'capacity' | 'zero_conversion';

/** What the plan asks and is not there; null: no number, however large, would do. */
export type PlanGap = {
  segment: string | null;
  stage: LadderStage;
  required: number | null;
  available: number;
  missing: number | null;
  reason: GapReason;
};

/** What can be reached without hires and without more pipeline than there is. */
export type PlanReach = {
  /** Within the capacity of the heads that are there. */
  within_capacity: string;
  /** Within the pipeline that is there for the locked part. */
  within_pipeline: string;
  /** Both. */
  arr: string;
  /** The stages whose capacity limits the year. */
  binds: { role: string; stage: LadderStage; share: number }[];
};

export const PROBLEMS = [
  'sum_not_one',
  'wrong_length',
  'target_below_retention',
  'zero_conversion',
  'sure_conversion',
  'lag_beyond_plan',
  'pipeline_short',
  'role_without_capacity',
  'capacity_short',
] as const;
export type ProblemCode = (typeof PROBLEMS)[number];

/**
 * Something that an input makes impossible or doubtful: a code and its values, for any language,
 * and the nearest inputs that work, by path.
 */
export type PlanProblem = {
  code: ProblemCode;
  /** `stop`: no answer can be given; `gap`: the answer falls short; `note`: it is fine to know. */
  weight: 'stop' | 'gap' | 'note';
  path: string;
  values: Record<string, number | string>;
  nearest: { path: string; value: number | string | number[] }[];
};

export type PlanResult = {
  new_arr: string;
  segments: SegmentPlan[];
  departments: DepartmentPlan[];
  capacity: RolePlan[];
  feasible: boolean;
  gaps: PlanGap[];
  reach: PlanReach;
  problems: PlanProblem[];
};
