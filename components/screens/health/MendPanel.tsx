'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Input } from '#components/ui/Input.tsx';
import { SidePanel } from '#components/ui/SidePanel.tsx';
import type { QuarantinedRow, ReplayAnswer } from '#lib/contract/quarantine.ts';
import { mendHeld, replayHeld } from '#lib/query/quarantine.ts';
import { changedCells } from '#lib/view/health/changedCells.ts';
import { heldDetail } from '#lib/view/imports/heldDetail.ts';
import { useErrorText } from '../useErrorText.ts';

type Props = {
  org: string;
  row: QuarantinedRow;
  onClose: () => void;
  onTold: (answer: ReplayAnswer) => void;
};

/** The cells of one held row, to be mended; it is tried again at once. */
export function MendPanel({ org, row, onClose, onTold }: Props) {
  const t = useTranslations('health');
  const reasons = useTranslations('imports');
  const errorText = useErrorText();
  const [draft, setDraft] = useState<Record<string, string>>({});
  const changes = changedCells(row, draft);
  const detail = heldDetail(row.code, row.message);
  const mend = useMutation({
    mutationFn: async () => {
      if (Object.keys(changes).length > 0) await mendHeld(org, row.id, changes);
      return replayHeld(org, { ids: [row.id] });
    },
    onSuccess: (answer) => {
      onTold(answer);
      if (answer.held === 0) onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mend.mutate();
  };
  return (
    <SidePanel
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('edit.title')}
      description={`${row.file_name ?? row.source} · ${t(
        row.import_id === null ? 'held.call' : 'held.line',
        { line: row.line },
      )}`}
    >
      <form onSubmit={submit} className="flex min-h-0 flex-1 flex-col">
        <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">
          <div className="mb-4 rounded-lg border border-warn-200 bg-warn-50 px-3.5 py-2 text-sm text-warn-700">
            <b className="font-medium">{reasons(`code.${row.code}`)}</b>
            {detail && <p className="mt-0.5 break-words">{detail}</p>}
          </div>
          <p className="mb-4 text-sm text-ink-2">{t('edit.text')}</p>
          <div className="grid gap-4 sm:grid-cols-2">
            {row.cells.map(({ name, value, was }) => (
              <Field
                key={name}
                label={name}
                hint={was === undefined ? undefined : t('held.was', { was: was ?? '' })}
              >
                <Input
                  autoComplete="off"
                  value={draft[name] ?? value ?? ''}
                  onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
                />
              </Field>
            ))}
          </div>
          <div role="status" className="mt-4 text-sm text-warn-600 empty:hidden">
            {mend.data &&
              mend.data.held > 0 &&
              t('edit.still', { reason: reasons(`code.${row.code}`) })}
          </div>
          {mend.error && <ErrorState message={errorText(mend.error)} />}
        </div>
        <div className="flex justify-end gap-2 border-t border-line px-5 py-3">
          <Button onClick={onClose}>{t('edit.cancel')}</Button>
          <Button type="submit" variant="primary" disabled={mend.isPending}>
            {t(mend.isPending ? 'edit.saving' : 'edit.save')}
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}
