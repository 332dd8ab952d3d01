import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Hatch } from './Hatch.tsx';
import { Place } from './Place.tsx';
import { TallBody } from './TallBody.tsx';
import { TallHandOff } from './TallHandOff.tsx';
import { TallMouth } from './TallMouth.tsx';
import { TallStage } from './TallStage.tsx';
import { CARD_GAP, down, FOOT } from './tallLayout.ts';
import type { FigureProps } from './types.ts';

/** The figure for phones: top to bottom, the same marks and the same two scales. */
export function TallBowtie({ view, shape, format, onOpen, onExplain }: FigureProps) {
  const t = useTranslations('home.figure');
  const id = useId();
  const y = (along: number) => down(along, shape.units);
  const end = y(1) + (shape.ribbons.length > 0 ? 8 : 30);
  const last = shape.plates.at(-1)?.along ?? 0;
  const scales = {
    left: format.count(shape.fullLeft ?? 0),
    right: format.count(shape.fullRight ?? 0),
  };
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
      {shape.plates.map((plate) => (
        <TallStage
          key={plate.stage.stage}
          plate={plate}
          y={y(plate.along)}
          hatch={`url(#${id}h)`}
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
        <TallMouth ribbons={shape.ribbons} y={y(last) + 54} format={format} onExplain={onExplain} />
      )}
      <Place y={end + 22} className="fill-ink-3 text-[12px]">
        <text>{t(shape.fullRight === null ? 'scaleOne' : 'scaleLeft', { n: scales.left })}</text>
        {shape.fullRight !== null && <text y={17}>{t('scaleRight', { n: scales.right })}</text>}
      </Place>
    </svg>
  );
}
