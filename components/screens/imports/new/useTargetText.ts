'use client';
import { useTranslations } from 'next-intl';
import type { Target } from '#lib/view/imports/targets.ts';
import { useStageText } from './useStageText.ts';

type TargetText = { label: string; hint: string };

/** A target in words; its keys are data, and a test holds each against the messages. */
export function useTargetText(): (target: Target) => TargetText {
  const t = useTranslations('imports');
  const stageText = useStageText();
  return (target) => {
    const [place, name = ''] = target.split(':');
    const say = (key: string) => t(key as never);
    if (place === 'field') return { label: say(`field.${name}`), hint: say(`targetHint.${name}`) };
    if (place === 'stage') {
      const { label, hint } = stageText(name);
      return { label: t('target.stageDate', { stage: label }), hint };
    }
    const key = place === 'record' ? 'record' : name === 'date' ? 'outcomeDate' : 'outcomeColumn';
    return { label: t(`target.${key}`), hint: t(`targetHint.${key}`) };
  };
}
