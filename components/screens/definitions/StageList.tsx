import { useTranslations } from 'next-intl';
import type { CriterionAnswer } from '#lib/contract/criteria.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { StageDefinition } from './StageDefinition.tsx';

type Props = {
  org: string;
  criteria: readonly CriterionAnswer[];
  format: Format;
  onEdit: (criterion: CriterionAnswer) => void;
};

export function StageList({ org, criteria, format, onEdit }: Props) {
  const t = useTranslations('definitions');
  return (
    <section aria-labelledby="stages" className="mb-10">
      <h2 id="stages" className="text-lg font-semibold tracking-tight">
        {t('stages')}
      </h2>
      <p className="mt-1 mb-4 max-w-[62rem] text-sm text-pretty text-ink-2">{t('stagesHint')}</p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-2">
        {criteria.map((criterion) => (
          <StageDefinition
            key={criterion.stage}
            org={org}
            criterion={criterion}
            format={format}
            onEdit={() => onEdit(criterion)}
          />
        ))}
      </div>
    </section>
  );
}
