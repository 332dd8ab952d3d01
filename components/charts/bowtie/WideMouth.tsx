import { useTranslations } from 'next-intl';
import type { Ribbon } from '#lib/view/bowtieShape.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { Place } from './Place.tsx';
import { BODY, MIDDLE, percent } from './wideLayout.ts';

type Props = { ribbons: readonly Ribbon[]; format: Format };

/** The names and numbers of the movements, each at the end of its ribbon. */
export function WideMouth({ ribbons, format }: Props) {
  const t = useTranslations();
  return (
    <Place x={percent(1)}>
      <text x={14} y={20} className="fill-ink text-[13px] font-semibold">
        {t('home.figure.movements')}
      </text>
      <text x={14} y={36} className="fill-ink-3 text-[12px]">
        {t('terms.role.movements')}
      </text>
      <text x={14} y={82} className="fill-ink-3 text-[12px]">
        {t('home.figure.movementsHint')}
      </text>
      {ribbons.map(({ movement, count, centreTo }) => (
        <g key={movement} transform={`translate(14 ${labelY(centreTo)})`}>
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

/** Labels of ribbons at the very edge stay inside the figure. */
function labelY(centre: number): number {
  const room = BODY / 2 - 18;
  return MIDDLE + Math.max(-room, Math.min(room, centre * BODY));
}
