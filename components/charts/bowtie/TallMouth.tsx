import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import type { Ribbon } from '#lib/view/bowtieShape.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { ExplainMark } from './ExplainMark.tsx';
import { MOVEMENT_FILL } from './movementFill.ts';
import { Place } from './Place.tsx';
import { WORDS } from './tallLayout.ts';
import type { AskExplain } from './types.ts';

type Props = {
  ribbons: readonly Ribbon[];
  y: number;
  format: Format;
  onExplain: AskExplain;
};

/** The movements as a list; a swatch says which ribbon is which. */
export function TallMouth({ ribbons, y, format, onExplain }: Props) {
  const t = useTranslations();
  return (
    <Place y={y}>
      <Place x="100%">
        <g transform="translate(-10 -4)">
          <ExplainMark
            label={t('home.figure.explainStage', { stage: t('home.figure.movements') })}
            onPress={(anchor) => onExplain('movements', anchor)}
          />
        </g>
      </Place>
      <text x={`${WORDS}%`} className="fill-ink text-[13px] font-semibold">
        {t('home.figure.movements')}
      </text>
      <text x={`${WORDS}%`} y={17} className="fill-ink-3 text-[12px]">
        {t('home.figure.movementsHint')}, {t('home.figure.movementsAll')}
      </text>
      {ribbons.map(({ movement, count, amount }, index) => (
        <Place key={movement} x={`${WORDS}%`} y={42 + index * 22} width={`${100 - WORDS}%`}>
          <rect y={-9} width={10} height={10} rx={2} className={cx(MOVEMENT_FILL[movement])} />
          <text x={18} className="fill-ink-2 text-[13px]">
            {t(`terms.movement.${movement}`)}
          </text>
          <text x="70%" textAnchor="end" className="fill-ink text-[14px] font-semibold">
            {amount === null ? format.shortCount(count) : format.shortMoney(amount)}
          </text>
        </Place>
      ))}
    </Place>
  );
}
