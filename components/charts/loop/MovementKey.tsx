import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { ARR_MOVEMENTS } from '#lib/bowtie/loopMovements.ts';
import { ChartKey } from '../ChartKey.tsx';
import { MOVEMENT_COLOR } from './movementColor.ts';

export function MovementKey() {
  const t = useTranslations('loop.movement');
  return (
    <ChartKey
      items={ARR_MOVEMENTS.map((movement) => ({
        label: t(movement),
        sample: (
          <span aria-hidden className={cx('size-2.5 rounded-xs', MOVEMENT_COLOR[movement].bg)} />
        ),
      }))}
    />
  );
}
