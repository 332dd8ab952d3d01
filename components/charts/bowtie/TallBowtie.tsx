import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Hatch } from './Hatch.tsx';
import { TallArrow } from './TallArrow.tsx';
import { TallBody } from './TallBody.tsx';
import { TallFoot } from './TallFoot.tsx';
import { TallHandOff } from './TallHandOff.tsx';
import { TallMouth } from './TallMouth.tsx';
import { TallStage } from './TallStage.tsx';
import { CARD_GAP, down, FOOT } from './tallLayout.ts';
import type { FigureProps } from './types.ts';

/** The figure for phones: top to bottom, the same marks and the same two scales. */
export function TallBowtie({ view, shape, format, back, onOpen, onExplain }: FigureProps) {
  const t = useTranslations('home.figure');
  const id = useId();
  const hatch = `url(#${id}h)`;
  const y = (along: number) => down(along, shape.units);
  const end = y(1) + (shape.ribbons.length > 0 ? 8 : 30);
  const last = shape.plates.at(-1)?.along ?? 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with buttons is a group, not a fieldset
    <svg
      role="group"
      aria-label={t('label')}
      width="100%"
      height={end + FOOT}
      className="block font-sans tabular-nums"
    >
      <defs>
        <Hatch id={`${id}h`} />
      </defs>
      <TallBody shape={shape} height={end} />
      {back !== null && <TallArrow shape={shape} label={back} />}
      {shape.plates.map((plate) => (
        <TallStage
          key={plate.stage.stage}
          plate={plate}
          y={y(plate.along)}
          hatch={hatch}
          format={format}
          onOpen={onOpen}
          onExplain={onExplain}
        />
      ))}
      {view.handOffs.map((handOff, index) => (
        <TallHandOff
          key={handOff.id}
          handOff={handOff}
          y={y(shape.plates[index]?.along ?? 0) + CARD_GAP}
          clock={view.clock}
          format={format}
          onOpen={onOpen}
          onExplain={onExplain}
        />
      ))}
      {shape.ribbons.length > 0 && (
        <TallMouth
          ribbons={shape.ribbons}
          y={y(last) + 54}
          format={format}
          onOpen={onOpen}
          onExplain={onExplain}
        />
      )}
      <TallFoot view={view} shape={shape} y={end + 24} hatch={hatch} format={format} />
    </svg>
  );
}
