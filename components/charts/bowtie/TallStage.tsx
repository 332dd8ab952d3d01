import { useTranslations } from 'next-intl';
import { useText } from '#components/ui/useText.tsx';
import type { Plate } from '#lib/view/bowtieShape.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { spaced, stageWords } from '#lib/view/figureText.ts';
import { ExplainMark } from './ExplainMark.tsx';
import { FocusRing } from './FocusRing.tsx';
import { Place } from './Place.tsx';
import { SvgButton } from './SvgButton.tsx';
import { FLOW, WORDS } from './tallLayout.ts';
import type { AskExplain, Pick } from './types.ts';

type Props = {
  plate: Plate;
  y: number;
  hatch: string;
  format: Format;
  onOpen: Pick;
  onExplain: AskExplain;
};

const EDGE = { left: 'fill-acq-600', knot: 'fill-knot', right: 'fill-loop-600' };

export function TallStage({ plate, y, hatch, format, onOpen, onExplain }: Props) {
  const t = useTranslations();
  const { text } = useText();
  const { stage } = plate;
  const { name, role, count, amount, implied, label } = stageWords(stage, format, text);
  const size = plate.size * FLOW;
  const left = FLOW / 2 - size / 2;
  const hatched = size * (stage.impliedShare ?? 0);
  const half = stage.side === 'knot' ? 2.5 : 1.25;
  return (
    <Place y={y}>
      <line x2="100%" className="stroke-line" />
      <SvgButton label={label} onPress={() => onOpen(stage.stage)}>
        <rect
          x={`${WORDS - 1.5}%`}
          y={-27}
          width={`${100 - WORDS}%`}
          height={60}
          rx={8}
          className="fill-transparent group-hover/button:fill-sunken"
        />
        <FocusRing x={`${WORDS - 1.5}%`} y={-27} width={`${100 - WORDS}%`} height={60} rx={8} />
        {hatched > 0 && (
          <rect x={`${left + size - hatched}%`} width={`${hatched}%`} height={12} fill={hatch} />
        )}
        <rect
          x={`${left}%`}
          y={-half}
          width={`${size}%`}
          height={half * 2}
          className={EDGE[stage.side]}
        />
        <text x={`${WORDS}%`} y={-8} className="fill-ink text-[13px] font-semibold">
          {spaced(name)}
          <tspan dx={7} className="fill-ink-3 text-[12px] font-normal">
            {spaced(role)}
          </tspan>
        </text>
        <text x={`${WORDS}%`} y={23} className="fill-ink text-[21px] font-semibold tracking-tight">
          {spaced(count)}
          <tspan dx={8} className="fill-ink-2 text-[12px] font-normal tracking-normal">
            {spaced(amount)}
          </tspan>
        </text>
        {implied && (
          <text x={`${WORDS}%`} y={37} className="fill-ink-3 text-[11px]">
            {implied}
          </text>
        )}
      </SvgButton>
      <Place x="100%">
        <g transform="translate(-10 -13)">
          <ExplainMark
            label={t('home.figure.explainStage', { stage: name })}
            onPress={(anchor) => onExplain(stage.stage, anchor)}
          />
        </g>
      </Place>
    </Place>
  );
}
