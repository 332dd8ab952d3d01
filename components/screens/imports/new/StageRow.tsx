'use client';
import { useLocale, useTranslations } from 'next-intl';
import { Select } from '#components/ui/Select.tsx';
import { type Stage, TIE_ORDER } from '#lib/bowtie/stages.ts';
import type { StageChoice } from '#lib/view/imports/stageChoices.ts';
import { useStageText } from './useStageText.ts';

type Props = {
  choice: StageChoice;
  wide: boolean;
  onChoose: (stage: Stage | null) => void;
};

export function StageRow({ choice, wide, onChoose }: Props) {
  const t = useTranslations('imports.stages');
  const locale = useLocale();
  const stageText = useStageText();
  const none = wide
    ? { value: 'none' as const, label: t('noOutcome'), hint: t('noOutcomeHint') }
    : { value: 'none' as const, label: t('ignore'), hint: t('ignoreHint') };
  const stages = TIE_ORDER.map((stage) => {
    const { label, hint } = stageText(stage);
    return hint && hint !== label ? { value: stage, label, hint } : { value: stage, label };
  });
  const open = choice.choice === 'unset';
  return (
    <li className="grid items-center gap-x-4 gap-y-1.5 px-4 py-2.5 sm:grid-cols-[minmax(0,1fr)_6rem_minmax(14rem,1fr)]">
      <span className="font-medium break-words">{choice.name}</span>
      <span className="text-sm text-ink-2 sm:text-right">
        {new Intl.NumberFormat(locale).format(choice.count)}{' '}
        <span className="text-ink-3">{t('rowsUnit', { count: choice.count })}</span>
      </span>
      <span className="flex items-center gap-2">
        <span className="min-w-0 flex-1">
          <Select
            label={t('choose', { name: choice.name })}
            placeholder={wide ? t('noOutcome') : t('unset')}
            options={[...stages, none]}
            value={open ? null : choice.choice === 'unset' ? null : choice.choice}
            onChange={(value) => onChoose(value === 'none' ? null : value)}
          />
        </span>
        <span className="w-16 shrink-0 text-xs text-ink-3">
          {choice.suggested && !open ? t('suggested') : ''}
        </span>
      </span>
    </li>
  );
}
