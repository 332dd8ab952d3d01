'use client';
import { TallBowtie } from './TallBowtie.tsx';
import type { FigureProps } from './types.ts';
import { WideBowtie } from './WideBowtie.tsx';

/** Both forms are in the page and the width of the figure's own box chooses: no jump, no script. */
export function BowtieFigure(props: FigureProps) {
  return (
    <div className="@container">
      <div className="hidden @min-[64rem]:block print:block">
        <WideBowtie {...props} />
      </div>
      <div className="mx-auto max-w-[34rem] @min-[64rem]:hidden print:hidden">
        <TallBowtie {...props} />
      </div>
    </div>
  );
}
