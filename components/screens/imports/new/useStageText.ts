'use client';
import { useTranslations } from 'next-intl';
import { ENDS, LADDER, MOVEMENTS } from '#lib/bowtie/stages.ts';

/** A stage of the bowtie in words: its short name, and what it means. */
export function useStageText(): (stage: string) => { label: string; hint: string } {
  const t = useTranslations();
  return (stage) => {
    const ladder = LADDER.find((each) => each === stage);
    if (ladder) return { label: t(`terms.stage.${ladder}`), hint: t(`terms.stageLong.${ladder}`) };
    const end = ENDS.find((each) => each === stage);
    if (end) return { label: t(`imports.end.${end}`), hint: t(`imports.endHint.${end}`) };
    const movement = MOVEMENTS.find((each) => each === stage);
    return { label: movement ? t(`terms.movement.${movement}`) : stage, hint: '' };
  };
}
