'use client';
import type { Dimension } from '#lib/bowtie/dimensions.ts';
import { DimensionFilter } from './DimensionFilter.tsx';

type Chosen = Record<Dimension, string[]>;

type Props = {
  dimensions: readonly Dimension[];
  values: Chosen;
  chosen: Chosen;
  onChange: (change: Partial<Chosen>) => void;
};

export function DimensionFilters({ dimensions, values, chosen, onChange }: Props) {
  return dimensions.map((dimension) => (
    <DimensionFilter
      key={dimension}
      dimension={dimension}
      values={values[dimension]}
      chosen={chosen[dimension]}
      onChange={(next) => onChange({ [dimension]: next })}
    />
  ));
}
