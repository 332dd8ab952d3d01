import { useTranslations } from 'next-intl';
import type { BowtieShape } from '#lib/view/bowtieShape.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { marksOf } from '#lib/view/marksOf.ts';
import type { BowtieView } from '#lib/view/prepareBowtie.ts';
import { Place } from './Place.tsx';
import { footTop } from './wideLayout.ts';

type Props = { view: BowtieView; shape: BowtieShape; hatch: string; format: Format };

/** What the drawing means: its two scales and its three marks. */
export function WideFoot({ view, shape, hatch, format }: Props) {
  const t = useTranslations('home.figure');
  const hasRight = shape.fullRight !== null;
  const left = { n: format.count(shape.fullLeft ?? 0) };
  const marks = marksOf(view, shape);
  return (
    <Place y={footTop(view.clock)} width="100%" className="fill-ink-3 text-[12px]">
      <text x="0.25%">
        {shape.fullLeft === null ? '' : t(hasRight ? 'scaleLeft' : 'scaleOne', left)}
      </text>
      {marks.implied && (
        <Place x="32%">
          <rect
            y={-9}
            width={12}
            height={10}
            fill={hatch}
            className="stroke-acq-400"
            strokeWidth={0.5}
          />
          <text x={18}>{t('keyImplied')}</text>
        </Place>
      )}
      {marks.matures && (
        <Place x="41%">
          <line
            x2={18}
            y1={-4}
            y2={-4}
            strokeDasharray="1 3.5"
            strokeLinecap="round"
            strokeWidth={1.5}
            className="stroke-acq-600"
          />
          <text x={25}>{t('keyMatures')}</text>
        </Place>
      )}
      {marks.behind && (
        <Place x="67%">
          <rect y={-9} width={16} height={11} rx={3} className="fill-none stroke-warn-600" />
          <text x={22}>{t('keyBehind')}</text>
        </Place>
      )}
      {hasRight && (
        <text x="100%" textAnchor="end">
          {view.rightInMoney
            ? t('scaleMoney', { amount: format.shortMoney(String(shape.fullRight ?? 0)) })
            : t('scaleRight', { n: format.count(shape.fullRight ?? 0) })}
        </text>
      )}
    </Place>
  );
}
