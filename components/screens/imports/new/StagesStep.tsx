'use client';
import { useTranslations } from 'next-intl';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { previewBodyOf } from '#lib/view/imports/draft.ts';
import { chooseStage, stageChoices } from '#lib/view/imports/stageChoices.ts';
import { unmappedCount } from '#lib/view/imports/steps.ts';
import { StageRow } from './StageRow.tsx';
import type { DraftDesk } from './useImportDraft.ts';

/** What the stage names (of a wide file: the outcomes) mean in the bowtie. */
export function StagesStep({ desk }: { desk: DraftDesk }) {
  const t = useTranslations('imports.stages');
  const { mapping, preview, draft } = desk;
  const outcome = mapping.wide?.outcome;
  const text = outcome
    ? t('wideText', { column: outcome.column, date: outcome.date })
    : t('longText');
  if (!preview) {
    if (desk.previewError) return <p className="text-ink-2">{t('refused')}</p>;
    const waits = previewBodyOf(draft) === null || !isAsked(desk);
    return waits ? <p className="text-ink-2">{t('none')}</p> : <Skeleton className="h-40 w-full" />;
  }
  const choices = stageChoices(mapping, preview.stages);
  const left = unmappedCount(draft, preview);
  return (
    <div>
      <p className="mb-3 max-w-3xl text-ink-2">{text}</p>
      <ul aria-label={t('label')} className="divide-y divide-line rounded-lg border border-line">
        {choices.map((choice) => (
          <StageRow
            key={choice.name}
            choice={choice}
            wide={mapping.wide !== undefined}
            onChoose={(stage) => desk.setMapping(chooseStage(mapping, choice.name, stage))}
          />
        ))}
      </ul>
      <div role="status" className="mt-2 text-sm">
        {left > 0 && <p className="text-note-700">{t('left', { count: left })}</p>}
        {!preview.complete && (
          <p className="text-ink-3">{t('partial', { rows: preview.rows_scanned })}</p>
        )}
      </div>
    </div>
  );
}

function isAsked({ mapping }: DraftDesk): boolean {
  const { wide } = mapping;
  if (!wide) return mapping.columns.stage !== undefined;
  return Boolean(wide.outcome?.column && wide.outcome.date && wide.record_id);
}
