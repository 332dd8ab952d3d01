import type { Department } from '#lib/bowtie/plan/planTypes.ts';
import type { PlanTrack, TrackLine } from '#lib/contract/planTrack.ts';
import type { Format } from '../createFormat.ts';
import { stageName, type Text } from '../text.ts';

export type TrackStatus = PlanTrack['arr']['status'];

/** One target and where it stands, in words; null: there is no such number. */
export type TrackItem = {
  id: string;
  name: Text;
  department: Department | null;
  status: TrackStatus;
  target: string;
  actual: string;
  expected: string;
  even: string | null;
  required: string | null;
};

type Which = {
  /** One segment; null: all. */
  tier?: string | null;
  department?: Department | null;
};

/** The targets of a plan that is running, the ARR first; of a segment only its stages. */
export function trackItems(track: PlanTrack, format: Format, which: Which = {}): TrackItem[] {
  const { tier = null, department = null } = which;
  const owners = new Map(track.stages.map((one) => [one.stage, one.department]));
  const stages = trackLines(track, { tier }).map((line) =>
    stageItem(line, owners.get(line.stage) ?? null, format),
  );
  const money = tier === null ? moneyItems(track, format) : [];
  const all = [...money, ...stages];
  return department === null ? all : all.filter((one) => one.department === department);
}

/** The stages of a segment, of a department, or all. */
export function trackLines(
  track: PlanTrack,
  { tier = null, department = null }: Which,
): TrackLine[] {
  const lines = track.segments.find(({ key }) => key === tier)?.stages ?? track.stages;
  const own = track.departments.find((one) => one.department === department)?.stages;
  return own === undefined ? lines : lines.filter(({ stage }) => own.includes(stage));
}

function stageItem(line: TrackLine, department: Department | null, format: Format): TrackItem {
  const { stage, required_per_month: required } = line;
  return {
    id: stage,
    name: stageName(stage),
    department,
    status: line.status,
    target: format.count(line.target),
    actual: format.count(line.actual),
    expected: format.count(Math.round(line.expected)),
    even: format.count(Math.round(line.expected_even)),
    required: required === null ? null : format.count(Math.ceil(required)),
  };
}

function moneyItems(track: PlanTrack, format: Format): TrackItem[] {
  const { nrr, grr } = track;
  const gross = grr === null ? [] : [rateItem('grr', grr, format)];
  return [arrItem(track, format), rateItem('nrr', nrr, format), ...gross];
}

function arrItem({ arr }: PlanTrack, format: Format): TrackItem {
  return {
    id: 'arr',
    name: { key: 'loop.figures.arr' },
    department: null,
    status: arr.status,
    target: format.shortMoney(arr.target),
    actual: format.shortMoney(arr.actual),
    expected: format.shortMoney(arr.expected),
    even: format.shortMoney(arr.expected_even),
    required: null,
  };
}

function rateItem(id: 'nrr' | 'grr', rate: PlanTrack['nrr'], format: Format): TrackItem {
  return {
    id,
    name: { key: `loop.figures.${id}` },
    department: 'CSM',
    status: rate.status,
    target: format.percent(rate.target),
    actual: format.percent(rate.actual),
    expected: format.percent(rate.expected),
    even: null,
    required: null,
  };
}
