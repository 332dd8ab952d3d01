import { ratio } from '#lib/bowtie/ratio.ts';
import type { Movement } from '#lib/bowtie/stages.ts';
import type { BowtieView, MovementView, StageView } from './prepareBowtie.ts';

/** A plate of the figure: `along` 0..1 from the first stage on, `size` 0..1 of the full height. */
export type Plate = { stage: StageView; along: number; size: number };

export type Flow = {
  id: string;
  side: 'left' | 'right';
  from: number;
  to: number;
  sizeFrom: number;
  sizeTo: number;
  /** Size at the far end once everything open has run its course; null when nothing is open. */
  matures: number | null;
};

export type Ribbon = {
  movement: Movement;
  count: number;
  /** In money: what its width stands for. */
  amount: string | null;
  opens: string;
  from: number;
  to: number;
  /** Centres (-0.5..0.5) and sizes across the figure. */
  centreFrom: number;
  centreTo: number;
  sizeFrom: number;
  sizeTo: number;
};

export type BowtieShape = {
  plates: Plate[];
  flows: Flow[];
  ribbons: Ribbon[];
  /** Length of the whole in gaps between stages. */
  units: number;
  /** How many entries the full height stands for, left and right of the knot. */
  fullLeft: number | null;
  fullRight: number | null;
};

/** Largest counts of each side of one or several figures that share their scales. */
export type Peaks = { left: number; right: number; mouth: number };

const MOUTH_UNITS = 1.1;
const MOUTH_SHARE = 0.74;
const RIGHT_SHARE = 0.86;
/** Something is never drawn as nothing. */
const HAIRLINE = 0.008;

export function peaksOf(views: readonly BowtieView[]): Peaks {
  const peaks = { left: 0, right: 0, mouth: 0 };
  for (const { stages, movements } of views) {
    for (const stage of stages) {
      if (stage.side === 'right') peaks.right = Math.max(peaks.right, weightOf(stage));
      else peaks.left = Math.max(peaks.left, weightOf(stage));
    }
    const mouth = movements.reduce((sum, one) => sum + Math.sqrt(flowOf(one)), 0);
    peaks.mouth = Math.max(peaks.mouth, mouth);
  }
  return peaks;
}

/** Heights go by the square root of the count, on one scale left of the knot, one right of it. */
export function bowtieShape(view: BowtieView, peaks: Peaks = peaksOf([view])): BowtieShape {
  const perLeft = ratio(1, Math.sqrt(peaks.left)) ?? 0;
  const perRight = rightScale(peaks);
  const gaps = Math.max(1, view.stages.length - 1) + (view.movements.length > 0 ? MOUTH_UNITS : 0);
  const plates = view.stages.map((stage, index) => ({
    stage,
    along: index / gaps,
    size: sized(weightOf(stage), stage.side === 'right' ? perRight : perLeft),
  }));
  const scale = { left: perLeft, right: perRight };
  return {
    plates,
    flows: plates.slice(1).map((plate, index) => flow(view, plates[index] ?? plate, plate, scale)),
    ribbons: ribbons(view, plates.at(-1), perRight),
    units: gaps,
    fullLeft: peaks.left || null,
    fullRight: perRight === 0 ? null : Math.round(1 / (perRight * perRight)),
  };
}

function weightOf({ weight, entries }: StageView): number {
  return weight ?? entries;
}

function flowOf({ amount, count }: MovementView): number {
  return amount === undefined ? count : Number(amount);
}

/** Stages leave air above, movements leave gaps between them: the tighter of the two rules. */
function rightScale({ right, mouth }: Peaks): number {
  const byStage = ratio(RIGHT_SHARE, Math.sqrt(right));
  const byMouth = ratio(MOUTH_SHARE, mouth);
  if (byStage === null || byMouth === null) return byStage ?? byMouth ?? 0;
  return Math.min(byStage, byMouth);
}

function sized(count: number, per: number): number {
  return count === 0 ? 0 : Math.max(HAIRLINE, Math.sqrt(count) * per);
}

function flow(
  view: BowtieView,
  from: Plate,
  to: Plate,
  scale: { left: number; right: number },
): Flow {
  const id = `${from.stage.stage}>${to.stage.stage}`;
  const side = to.stage.side === 'right' ? 'right' : 'left';
  const handOff = view.handOffs.find((each) => each.id === id);
  const inMoney = to.stage.weight !== undefined;
  const grows = !inMoney && handOff?.immature && handOff.matured && handOff.rate !== null;
  const expected = grows ? to.stage.entries + missing(handOff) : null;
  return {
    id,
    side,
    from: from.along,
    to: to.along,
    sizeFrom: from.size,
    sizeTo: to.size,
    matures: expected === null ? null : sized(expected, scale[side]),
  };
}

function missing({ matured, advanced, base }: BowtieView['handOffs'][number]): number {
  return Math.max(0, (matured?.rate ?? 0) * base - advanced);
}

function ribbons(view: BowtieView, last: Plate | undefined, per: number): Ribbon[] {
  const sizes = view.movements.map((one) => sized(flowOf(one), per));
  const sum = sizes.reduce((total, size) => total + size, 0);
  const air = (1 - sum) / Math.max(1, sizes.length - 1);
  const start = last?.size ?? 0;
  let near = sum > 0 ? -start / 2 : 0;
  let far = -0.5;
  return view.movements.map((one, index) => {
    const sizeTo = sizes[index] ?? 0;
    const sizeFrom = start * (ratio(sizeTo, sum) ?? 0);
    const ribbon = {
      movement: one.movement,
      count: flowOf(one),
      amount: one.amount ?? null,
      opens: one.opens,
      from: last?.along ?? 0,
      to: 1,
      centreFrom: near + sizeFrom / 2,
      centreTo: far + sizeTo / 2,
      sizeFrom,
      sizeTo,
    };
    near += sizeFrom;
    far += sizeTo + air;
    return ribbon;
  });
}
