import { useTranslations } from 'next-intl';
import type { BowtieShape } from '#lib/view/bowtieShape.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { marksOf } from '#lib/view/marksOf.ts';
import type { BowtieView } from '#lib/view/prepareBowtie.ts';
import { Place } from './Place.tsx';

type Props = { view: BowtieView; shape: BowtieShape; y: number; hatch: string; format: Format };

const LINE = 18;
const IMPLIED = 'keyImplied' as const;

/** The two scales and the marks in use, one below the other. */
export function TallFoot({ view, shape, y, hatch, format }: Props) {
  const t = useTranslations('home.figure');
  const marks = marksOf(view, shape);
  const { fullLeft, fullRight } = shape;
  const keys = [
    {
      used: marks.implied,
      mark: <rect y={-9} width={16} height={10} fill={hatch} />,
      key: IMPLIED,
    },
    { used: marks.matures, mark: <Dots />, key: 'keyMatures' as const },
    { used: marks.behind, mark: <Frame />, key: 'keyBehind' as const },
  ].filter(({ used }) => used);
  return (
    <Place y={y} className="fill-ink-3 text-[12px]">
      <text>
        {t(fullRight === null ? 'scaleOne' : 'scaleLeft', { n: format.count(fullLeft ?? 0) })}
      </text>
      {fullRight !== null && (
        <text y={LINE}>
          {view.rightInMoney
            ? t('scaleMoney', { amount: format.shortMoney(String(fullRight)) })
            : t('scaleRight', { n: format.count(fullRight) })}
        </text>
      )}
      {keys.map(({ mark, key }, index) => (
        <Place key={key} y={LINE * (index + 2)}>
          {mark}
          <text x={24}>{t(key)}</text>
        </Place>
      ))}
    </Place>
  );
}

function Dots() {
  return (
    <line
      x2={16}
      y1={-4}
      y2={-4}
      strokeDasharray="1 3.5"
      strokeLinecap="round"
      strokeWidth={1.5}
      className="stroke-acq-600"
    />
  );
}

function Frame() {
  return <rect y={-9} width={16} height={11} rx={3} className="fill-none stroke-warn-600" />;
}
