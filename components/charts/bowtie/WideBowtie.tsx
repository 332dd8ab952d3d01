import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Hatch } from './Hatch.tsx';
import { LoopArrow } from './LoopArrow.tsx';
import type { FigureProps } from './types.ts';
import { WideBody } from './WideBody.tsx';
import { WideFoot } from './WideFoot.tsx';
import { WideHandOff } from './WideHandOff.tsx';
import { WideMouth } from './WideMouth.tsx';
import { WideStage } from './WideStage.tsx';
import { figureHeight } from './wideLayout.ts';

/** The figure for wide pages: left to right, percent across, pixels down. */
export function WideBowtie({ view, shape, format, back, onOpen, onExplain }: FigureProps) {
  const t = useTranslations('home.figure');
  const id = useId();
  const hatch = `url(#${id}h)`;
  const beyond = shape.ribbons.length > 0 ? 1 : 1.14;
  const ends = [...shape.plates.slice(1).map(({ along }) => along), beyond];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with buttons is a group, not a fieldset
    <svg
      role="group"
      aria-label={t('label')}
      width="100%"
      height={figureHeight(view.clock)}
      className="block overflow-visible font-sans tabular-nums"
    >
      <defs>
        <Hatch id={`${id}h`} />
      </defs>
      {back !== null && <LoopArrow shape={shape} label={back} />}
      <WideBody shape={shape} />
      {shape.plates.map((plate, index) => (
        <WideStage
          key={plate.stage.stage}
          plate={plate}
          until={ends[index] ?? 1}
          clock={view.clock}
          hatch={hatch}
          format={format}
          onOpen={onOpen}
          onExplain={onExplain}
        />
      ))}
      {view.handOffs.map((handOff, index) => (
        <WideHandOff
          key={handOff.id}
          handOff={handOff}
          from={shape.plates[index]?.along ?? 0}
          to={shape.plates[index + 1]?.along ?? 1}
          clock={view.clock}
          format={format}
          onOpen={onOpen}
          onExplain={onExplain}
        />
      ))}
      {shape.ribbons.length > 0 && (
        <WideMouth ribbons={shape.ribbons} format={format} onOpen={onOpen} onExplain={onExplain} />
      )}
      <WideFoot view={view} shape={shape} hatch={hatch} format={format} />
    </svg>
  );
}
