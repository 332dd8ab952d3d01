import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { ARR_MOVEMENTS } from '#lib/bowtie/loopMovements.ts';
import { MOVEMENT_COLOR } from './movementColor.ts';

export function MovementKey() {
  const t = useTranslations('loop.movement');
  return (
    <ul className="mb-1 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
      {ARR_MOVEMENTS.map((movement) => (
        <li key={movement} className="inline-flex items-center gap-1.5">
          <span aria-hidden className={cx('size-2.5 rounded-xs', MOVEMENT_COLOR[movement].bg)} />
          {t(movement)}
        </li>
      ))}
    </ul>
  );
}
