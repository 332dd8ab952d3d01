import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { useText } from '#components/ui/useText.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import { handOffName, handOffText, spaced } from '#lib/view/figureText.ts';
import type { HandOff } from '#lib/view/handOff.ts';
import { stageName } from '#lib/view/text.ts';
import { ExplainMark } from './ExplainMark.tsx';
import { FocusRing } from './FocusRing.tsx';
import { Place } from './Place.tsx';
import { SvgButton } from './SvgButton.tsx';
import { CARD, WORDS } from './tallLayout.ts';
import type { AskExplain, Pick } from './types.ts';

type Props = {
  handOff: HandOff;
  y: number;
  clock: string;
  format: Format;
  onOpen: Pick;
  onExplain: AskExplain;
};

export function TallHandOff({ handOff, y, clock, format, onOpen, onExplain }: Props) {
  const t = useTranslations();
  const { text } = useText();
  const said = handOffText(handOff, clock, format);
  const behind = handOff.change?.behind ?? false;
  const names = { from: text(stageName(handOff.from)), to: text(stageName(handOff.to)) };
  const rest = [...said.lines.slice(1), said.median].map(text).filter(Boolean);
  return (
    <Place y={y}>
      <SvgButton label={handOffName(handOff, said, text)} onPress={() => onOpen(handOff.id)}>
        <rect
          x={`${WORDS - 1.5}%`}
          width={`${100 - WORDS + 1}%`}
          height={CARD}
          rx={9}
          strokeDasharray={handOff.immature && !behind ? '1 3.2' : undefined}
          strokeLinecap="round"
          strokeWidth={behind ? 1.5 : 1}
          className={cx(
            'fill-surface',
            behind ? 'stroke-warn-600' : handOff.immature ? 'stroke-ink-3' : 'stroke-line-strong',
          )}
        />
        <FocusRing x={`${WORDS - 1.5}%`} width={`${100 - WORDS + 1}%`} height={CARD} rx={9} />
        <text x={`${WORDS + 2}%`} y={24} className="fill-ink">
          <tspan className="text-[17px] font-semibold tracking-tight">{spaced(said.rate)}</tspan>
          {said.change && (
            <tspan dx={3} className={cx('text-[12px]', behind ? 'fill-warn-600' : 'fill-ink-3')}>
              {spaced(text(said.change))}
            </tspan>
          )}
        </text>
        <text x={`${WORDS + 2}%`} y={43} className="fill-ink-2 text-[12px]">
          {spaced(text(said.lines[0] ?? ''))}
        </text>
        <text x={`${WORDS + 2}%`} y={62} className="fill-ink-3 text-[12px]">
          {rest.join(' · ')}
        </text>
      </SvgButton>
      <Place x="100%">
        <g transform="translate(-15 17)">
          <ExplainMark
            label={t('home.figure.explainRate', names)}
            onPress={(anchor) => onExplain(handOff.id, anchor)}
          />
        </g>
      </Place>
    </Place>
  );
}
