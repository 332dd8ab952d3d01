'use client';
import { useTranslations } from 'next-intl';
import { useText } from '#components/ui/useText.tsx';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import type { AnswerMeta } from '#lib/contract/bowtie.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { groupName } from '#lib/view/groupName.ts';

/** The question on paper, where the controls are not: who, when, by which clock, which filters. */
export function Asked({ meta, format }: { meta: AnswerMeta; format: Format }) {
  const t = useTranslations();
  const { text } = useText();
  const filters = DIMENSIONS.flatMap((dimension) => {
    const values = meta.filters[dimension];
    if (!values) return [];
    return [`${t(`terms.dimension.${dimension}`)}: ${values.map(groupName).map(text).join(', ')}`];
  });
  const parts = [
    meta.org,
    format.span(meta.from, meta.to),
    t(`home.clock.${meta.clock}.name`),
    t(`home.rule.${meta.rule}.name`),
    ...filters,
  ];
  return <p className="hidden print:block">{parts.join(' · ')}</p>;
}
