import { useTranslations } from 'next-intl';
import type { Ribbon } from '#lib/view/bowtieShape.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { spreadLabels } from '#lib/view/spreadLabels.ts';
import { Place } from './Place.tsx';
import { BODY, BODY_TOP, MIDDLE, percent } from './wideLayout.ts';

const LABEL_GAP = 36;

type Props = { ribbons: readonly Ribbon[]; format: Format };

/** The names and numbers of the movements, each at the end of its ribbon. */
export function WideMouth({ ribbons, format }: Props) {
  const t = useTranslations();
  const room = [BODY_TOP + 18, BODY_TOP + BODY - 18] as const;
  const places = spreadLabels(
    ribbons.map(({ centreTo }) => MIDDLE + centreTo * BODY),
    LABEL_GAP,
    room,
  );
  return (
    <Place x={percent(1)}>
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
      {ribbons.map(({ movement, count }, index) => (
        <g key={movement} transform={`translate(14 ${places[index] ?? MIDDLE})`}>
          <text y={-2} className="fill-ink text-[17px] font-semibold tracking-[-0.01em]">
            {format.shortCount(count)}
          </text>
          <text y={13} className="fill-ink-2 text-[12px]">
            {t(`terms.movement.${movement}`)}
          </text>
        </g>
      ))}
    </Place>
  );
}
