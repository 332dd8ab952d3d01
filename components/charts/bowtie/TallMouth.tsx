import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import type { Ribbon } from '#lib/view/bowtieShape.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { ExplainMark } from './ExplainMark.tsx';
import { FocusRing } from './FocusRing.tsx';
import { MOVEMENT_FILL } from './movementFill.ts';
import { movementWords } from './movementWords.ts';
import { Place } from './Place.tsx';
import { SvgButton } from './SvgButton.tsx';
import { WORDS } from './tallLayout.ts';
import type { AskExplain, Pick } from './types.ts';

/** As high as a finger needs. */
const LINE = 25;

type Props = {
  ribbons: readonly Ribbon[];
  y: number;
  format: Format;
  onOpen: Pick;
  onExplain: AskExplain;
};

/** The movements as a list; a swatch says which ribbon is which. */
export function TallMouth({ ribbons, y, format, onOpen, onExplain }: Props) {
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
      {ribbons.map((ribbon, index) => {
        const { value, name, tall } = movementWords(ribbon, format, t);
        const place = { x: `${WORDS}%`, y: 44 + index * LINE, width: `${100 - WORDS}%` };
        return (
          <Place key={ribbon.movement} {...place}>
            <SvgButton label={tall} onPress={() => onOpen(ribbon.opens)}>
              <rect y={-17} width="84%" height={LINE} fill="transparent" />
              <FocusRing x={-4} y={-17} width="84%" height={LINE} rx={5} />
              <rect
                y={-9}
                width={10}
                height={10}
                rx={2}
                className={cx(MOVEMENT_FILL[ribbon.movement])}
              />
              <text x={18} className="fill-ink-2 text-[13px]">
                {name}{' '}
              </text>
              <text x="78%" textAnchor="end" className="fill-ink text-[14px] font-semibold">
                {value}
              </text>
            </SvgButton>
          </Place>
        );
      })}
    </Place>
  );
}
