'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Checkbox } from '#components/ui/Checkbox.tsx';
import { LADDER, type LadderStage } from '#lib/bowtie/stages.ts';
import { toggleStage } from '#lib/view/orgs/orgForm.ts';

type Props = {
  stages: readonly LadderStage[];
  error: string | null;
  onChange: (stages: LadderStage[]) => void;
};

/** The ladder, each stage on or off; off is for stages that nobody records. */
export function StagesField({ stages, error, onChange }: Props) {
  const t = useTranslations();
  const hint = useId();
  return (
    <fieldset aria-describedby={hint}>
      <legend className="text-sm font-medium">{t('orgs.field.stages')}</legend>
      <p id={hint} className="mt-1 text-xs text-ink-3">
        {t('orgs.field.stagesHint')}
      </p>
      <ul className="mt-3 divide-y divide-line rounded-xl border border-line bg-surface">
        {LADDER.map((stage) => (
          <li key={stage} className="flex items-center gap-3 px-4 py-2.5">
            <Checkbox
              checked={stages.includes(stage)}
              onChange={() => onChange(toggleStage(stages, stage))}
            >
              <span className="font-medium">{t(`terms.stage.${stage}`)}</span>{' '}
              {t(`terms.stageLong.${stage}`) !== t(`terms.stage.${stage}`) && (
                <span className="ml-1 text-ink-3">{t(`terms.stageLong.${stage}`)}</span>
              )}
            </Checkbox>
            <span className="ml-auto text-xs whitespace-nowrap text-ink-3 max-sm:hidden">
              {t(`terms.role.${stage}`)}
            </span>
          </li>
        ))}
      </ul>
      {error && <p className="mt-1 text-xs text-warn-600">{error}</p>}
    </fieldset>
  );
}
