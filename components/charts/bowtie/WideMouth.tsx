import { useTranslations } from 'next-intl';
import type { Ribbon } from '#lib/view/bowtieShape.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { spreadLabels } from '#lib/view/spreadLabels.ts';
import { ExplainMark } from './ExplainMark.tsx';
import { FocusRing } from './FocusRing.tsx';
import { movementWords } from './movementWords.ts';
import { Place } from './Place.tsx';
import { SvgButton } from './SvgButton.tsx';
import type { AskExplain, Pick } from './types.ts';
import { across, BODY, BODY_TOP, MIDDLE, percent } from './wideLayout.ts';

const LABEL_GAP = 36;

type Props = {
  ribbons: readonly Ribbon[];
  format: Format;
  onOpen: Pick;
  onExplain: AskExplain;
};

/** The names and numbers of the movements, each at the end of its ribbon. */
export function WideMouth({ ribbons, format, onOpen, onExplain }: Props) {
  const t = useTranslations();
  const room = [BODY_TOP + 18, BODY_TOP + BODY - 18] as const;
  const places = spreadLabels(
    ribbons.map(({ centreTo }) => MIDDLE + centreTo * BODY),
    LABEL_GAP,
    room,
  );
  return (
    <Place x={percent(1)} width={`${100 - across(1)}%`}>
      <Place x="100%">
        <g transform="translate(-12 16)">
          <ExplainMark
            label={t('home.figure.explainStage', { stage: t('home.figure.movements') })}
            onPress={(anchor) => onExplain('movements', anchor)}
          />
        </g>
      </Place>
      <text x={14} y={20} className="fill-ink text-[13px] font-semibold">
        {t('home.figure.movements')}
      </text>
      <text x={14} y={36} className="fill-ink-3 text-[12px]">
        {t('terms.role.movements')}
      </text>
      <text x={14} y={62} className="fill-ink-3 text-[12px]">
        {t('home.figure.movementsHint')}
      </text>
      <text x={14} y={78} className="fill-ink-3 text-[12px]">
        {t('home.figure.movementsAll')}
      </text>
      {ribbons.map((ribbon, index) => {
        const { value, name, wide } = movementWords(ribbon, format, t);
        return (
          <g key={ribbon.movement} transform={`translate(8 ${places[index] ?? MIDDLE})`}>
            <SvgButton label={wide} onPress={() => onOpen(ribbon.opens)}>
              <rect
                y={-18}
                width={92}
                height={36}
                rx={7}
                className="fill-transparent transition-colors group-hover/button:fill-sunken"
              />
              <FocusRing x={0} y={-18} width={92} height={36} rx={7} />
              <text x={6} y={-2} className="fill-ink text-[17px] font-semibold tracking-[-0.01em]">
                {value}{' '}
              </text>
              <text x={6} y={13} className="fill-ink-2 text-[12px]">
                {name}
              </text>
            </SvgButton>
          </g>
        );
      })}
    </Place>
  );
}
