import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { useText } from '#components/ui/useText.tsx';
import type { Clock } from '#lib/contract/vocabulary.ts';
import type { Plate } from '#lib/view/bowtieShape.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { spaced, stageWords } from '#lib/view/figureText.ts';
import { ExplainMark } from './ExplainMark.tsx';
import { FocusRing } from './FocusRing.tsx';
import { Place } from './Place.tsx';
import { SvgButton } from './SvgButton.tsx';
import type { AskExplain, Pick } from './types.ts';
import {
  across,
  BODY,
  BODY_TOP,
  CARD_TOP,
  cardHeight,
  HEAD,
  MIDDLE,
  percent,
} from './wideLayout.ts';

type Props = {
  plate: Plate;
  /** Where the next column begins, 0..1 along. */
  until: number;
  hatch: string;
  clock: Clock;
  format: Format;
  onOpen: Pick;
  onExplain: AskExplain;
};

/** A column of the figure: its rule, its name and number, and the plate that the flow meets. */
export function WideStage({ plate, until, hatch, clock, format, onOpen, onExplain }: Props) {
  const t = useTranslations();
  const { text } = useText();
  const { stage } = plate;
  const width = `${across(until) - across(plate.along)}%`;
  const { name, role, count, amount, implied, label } = stageWords(stage, format, text);
  return (
    <Place x={percent(plate.along)} width={width} height="100%">
      <line y1={4} y2={CARD_TOP + cardHeight(clock)} className="stroke-line" />
      <SvgButton label={label} onPress={() => onOpen(stage.stage)}>
        <rect
          x={3}
          width="97%"
          height={HEAD - 4}
          rx={8}
          className="fill-transparent transition-colors group-hover/button:fill-sunken"
        />
        <FocusRing x={3} width="97%" height={HEAD - 4} rx={8} />
        <rect x={3} width="97%" y={HEAD} height={BODY + BODY_TOP - HEAD} fill="transparent" />
        <text x={12} y={20} className="fill-ink text-[13px] font-semibold">
          {spaced(name)}
        </text>
        <text x={12} y={36} className="fill-ink-3 text-[12px]">
          {spaced(role)}
        </text>
        <text x={11} y={64} className="fill-ink text-[25px] font-semibold tracking-[-0.02em]">
          {spaced(count)}
        </text>
        <text x={12} y={82} className="fill-ink-2 text-[12px]">
          {spaced(amount)}
        </text>
        <PlateMark plate={plate} hatch={hatch} />
        {implied && (
          <text x={4} y={MIDDLE + (plate.size * BODY) / 2 + 14} className="fill-ink-3 text-[11px]">
            {implied}
          </text>
        )}
      </SvgButton>
      <Place x="100%">
        <g transform="translate(-18 16)">
          <ExplainMark
            label={t('home.figure.explainStage', { stage: name })}
            onPress={(anchor) => onExplain(stage.stage, anchor)}
          />
        </g>
      </Place>
    </Place>
  );
}

const EDGE = { left: 'fill-acq-600', knot: 'fill-knot', right: 'fill-loop-600' };

function PlateMark({ plate, hatch }: { plate: Plate; hatch: string }) {
  const { stage, size } = plate;
  const height = size * BODY;
  const implied = height * (stage.impliedShare ?? 0);
  const half = stage.side === 'knot' ? 2.5 : 1.25;
  if (height === 0) {
    return <line y1={MIDDLE - 8} y2={MIDDLE + 8} strokeDasharray="2 3" className="stroke-ink-3" />;
  }
  return (
    <>
      <rect x={-6} y={BODY_TOP} width={24} height={BODY} fill="transparent" />
      {implied > 0 && (
        <rect y={MIDDLE + height / 2 - implied} width={14} height={implied} fill={hatch} />
      )}
      <rect
        x={-half}
        y={MIDDLE - height / 2}
        width={half * 2}
        height={height}
        rx={half > 2 ? 1.5 : 0}
        className={cx(EDGE[stage.side])}
      />
    </>
  );
}
