'use client';
import { useTranslations } from 'next-intl';
import { LazyMultiSelect } from '#components/ui/LazyMultiSelect.tsx';
import { useText } from '#components/ui/useText.tsx';
import { type Dimension, UNKNOWN } from '#lib/bowtie/dimensions.ts';
import { groupName } from '#lib/view/groupName.ts';

type Props = {
  dimension: Dimension;
  values: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

export function DimensionFilter({ dimension, values, chosen, onChange }: Props) {
  const t = useTranslations('terms.dimension');
  const { text } = useText();
  const all = [...values.filter((value) => value !== UNKNOWN), UNKNOWN];
  return (
    <LazyMultiSelect
      label={t(dimension)}
      options={all.map((value) => ({ value, label: text(groupName(value)) }))}
      value={chosen}
      onChange={onChange}
    />
  );
}
