'use client';
import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import type { OrgAnswer } from '#lib/contract/org.ts';
import { previewBodyOf } from '#lib/view/imports/draft.ts';
import { previewTable } from '#lib/view/imports/previewRows.ts';
import { DryRun } from './DryRun.tsx';
import { FileRefused } from './FileRefused.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import type { DraftDesk } from './useImportDraft.ts';

type Props = { org: OrgAnswer; desk: DraftDesk };

/** The first rows as what they become; problems stand in their row. */
export function CheckStep({ org, desk }: Props) {
  const t = useTranslations('imports.check');
  const { draft, preview } = desk;
  const body = previewBodyOf(draft);
  if (body === null) return <p className="text-ink-2">{t('waiting')}</p>;
  if (desk.previewError !== null) return <FileRefused error={desk.previewError} />;
  if (!preview) return <Skeleton className="h-72 w-full" />;
  const held = preview.rows.filter((row) => row.status === 'quarantined').length;
  const all = preview.rows.length;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-2">
        {t('text', { count: all })}{' '}
        <span role="status">
          {held === 0 ? t('clean', { count: all }) : t('held', { count: held, all })}
        </span>
      </p>
      <div className={cx('transition-opacity', desk.stale && 'opacity-50')}>
        <PreviewTable
          table={previewTable(draft.kind, preview.rows)}
          timeZone={draft.timeZone}
          currency={org.currency}
        />
      </div>
      <DryRun key={JSON.stringify(body)} org={org.slug} uploadId={draft.upload.id} body={body} />
    </div>
  );
}
