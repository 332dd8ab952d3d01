import { ARR_MOVEMENTS, type ArrMovement } from '#lib/bowtie/loopMovements.ts';
import { type ArrPeriod, prepareBridge } from '#lib/view/loop/prepareBridge.ts';
import { MOVEMENT_COLOR } from './movementColor.ts';

type Props = { period: ArrPeriod; most: number };

const WIDTH = 140;
const HEIGHT = 34;

/** One bridge as a small multiple: start, what was added, what was lost, end; from 0. */
export function MiniBridge({ period, most }: Props) {
  const [column] = prepareBridge([period]).columns;
  if (!column || most <= 0) return null;
  const top = Math.max(most, ...column.gains.map(({ high }) => high));
  const y = (value: number) => HEIGHT - (value / top) * HEIGHT;
  const pieces = [...column.gains, ...column.losses];
  const slot = WIDTH / (ARR_MOVEMENTS.length + 2);
  const place = (movement: ArrMovement) => ARR_MOVEMENTS.indexOf(movement) + 1;
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="block h-8.5 w-35">
      {[column.start, column.end].map((value, index) => (
        <rect
          key={index === 0 ? 'start' : 'end'}
          x={index * (ARR_MOVEMENTS.length + 1) * slot}
          width={slot - 3}
          y={y(value)}
          height={HEIGHT - y(value)}
          className="fill-loop-200"
        />
      ))}
      {pieces.map(({ movement, low, high }) => (
        <rect
          key={movement}
          x={place(movement) * slot}
          width={slot - 3}
          y={y(high)}
          height={Math.max(1, y(low) - y(high))}
          className={MOVEMENT_COLOR[movement].fill}
        />
      ))}
    </svg>
  );
}
