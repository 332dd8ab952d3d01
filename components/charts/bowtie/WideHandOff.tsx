import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { useText } from '#components/ui/useText.tsx';
import type { Clock } from '#lib/contract/vocabulary.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { handOffName, handOffText, spaced } from '#lib/view/figureText.ts';
import type { HandOff } from '#lib/view/handOff.ts';
import { stageName } from '#lib/view/text.ts';
import { ExplainMark } from './ExplainMark.tsx';
import { FocusRing } from './FocusRing.tsx';
import { Place } from './Place.tsx';
import { SvgButton } from './SvgButton.tsx';
import type { AskExplain, Pick } from './types.ts';
import { across, CARD_TOP, cardHeight, percent } from './wideLayout.ts';

type Props = {
  handOff: HandOff;
  from: number;
  to: number;
  clock: Clock;
  format: Format;
  onOpen: Pick;
  onExplain: AskExplain;
};

/** The rate between two stages with everything that belongs to it. */
export function WideHandOff({ handOff, from, to, clock, format, onOpen, onExplain }: Props) {
  const t = useTranslations();
  const { text } = useText();
  const said = handOffText(handOff, clock, format);
  const card = cardHeight(clock);
  const gap = across(to) - across(from);
  // A lone card of a short ladder would be as wide as half the page.
  const share = Math.min(93, (CARD_MOST * 100) / gap);
  const behind = handOff.change?.behind ?? false;
  const names = { from: text(stageName(handOff.from)), to: text(stageName(handOff.to)) };
  return (
    <Place x={percent(from)} y={CARD_TOP} width={`${across(to) - across(from)}%`} height={card}>
      <SvgButton label={handOffName(handOff, said, text)} onPress={() => onOpen(handOff.id)}>
        <rect
          x={`${50 - share / 2}%`}
          width={`${share}%`}
          height={card}
          rx={9}
          strokeDasharray={handOff.immature && !behind ? '1 3.2' : undefined}
          strokeLinecap="round"
          strokeWidth={behind ? 1.5 : 1}
          className={cx(
            'fill-surface transition-colors group-hover/button:fill-sunken',
            behind ? 'stroke-warn-600' : handOff.immature ? 'stroke-ink-3' : 'stroke-line-strong',
          )}
        />
        <FocusRing x={`${50 - share / 2}%`} width={`${share}%`} height={card} rx={9} />
        <text x="50%" y={29} textAnchor="middle" className="fill-ink">
          <tspan className={RATE}>{spaced(said.rate)}</tspan>
          {said.change && (
            <tspan dx={2} className={cx(CHANGE.size, behind ? CHANGE.behind : CHANGE.other)}>
              {spaced(text(said.change))}
            </tspan>
          )}
        </text>
        {[...said.lines, said.median].map((line, index) => (
          <text
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
            key={index}
            x="50%"
            y={49 + index * 17}
            textAnchor="middle"
            className={cx('text-[12px]', index === 0 ? 'fill-ink-2' : 'fill-ink-3')}
          >
            {spaced(text(line))}
          </text>
        ))}
      </SvgButton>
      <Place x={`${50 + share / 2}%`}>
        <g transform={`translate(-13 ${card - 13})`}>
          <ExplainMark
            label={t('home.figure.explainRate', names)}
            onPress={(anchor) => onExplain(handOff.id, anchor)}
          />
        </g>
      </Place>
    </Place>
  );
}

/** Percent of the figure. */
const CARD_MOST = 16;

const RATE = 'text-[19px] font-semibold tracking-[-0.015em] @max-[74rem]:text-[16px]';

const CHANGE = {
  size: 'text-[12px] @max-[74rem]:text-[11px]',
  behind: 'fill-warn-600 font-semibold',
  other: 'fill-ink-3 font-medium',
};
