'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Checkbox } from '#components/ui/Checkbox.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Input } from '#components/ui/Input.tsx';
import type { OrgAnswer } from '#lib/contract/org.ts';
import { startImport } from '#lib/query/importCalls.ts';
import { previewBodyOf } from '#lib/view/imports/draft.ts';
import { setFixed } from '#lib/view/imports/fixedFields.ts';
import { nameOfMapping } from '#lib/view/imports/nameOfMapping.ts';
import { useErrorText } from '../../useErrorText.ts';
import type { DraftDesk } from './useImportDraft.ts';

type Props = { org: OrgAnswer; desk: DraftDesk };

export function RunStep({ org, desk }: Props) {
  const t = useTranslations('imports.run');
  const router = useRouter();
  const errorText = useErrorText();
  const { draft, mapping } = desk;
  const [keep, setKeep] = useState(true);
  const [name, setName] = useState(
    () => draft.upload.saved?.name ?? nameOfMapping(draft.upload.file_name),
  );
  const body = previewBodyOf(draft);
  const start = useMutation({
    mutationFn: () => {
      const saved = keep && name.trim() !== '' ? { save_as: name.trim() } : {};
      if (!body) throw new Error('a mapping with missing parts cannot start');
      return startImport(org.slug, draft.upload.id, { ...body, ...saved });
    },
    onSuccess: ({ id }) => router.push(`/${org.slug}/data/imports/${id}`),
  });
  const refused = desk.previewError !== null;
  const busy = start.isPending || start.isSuccess;
  return (
    <div className="flex flex-col gap-5">
      <p className="text-ink-2">{t('text')}</p>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <div className="flex flex-col gap-3">
          <Checkbox checked={keep} onChange={setKeep}>
            {t('keep')}
          </Checkbox>
          {keep && (
            <Field label={t('name')}>
              <Input
                value={name}
                maxLength={200}
                onChange={(event) => setName(event.target.value)}
              />
            </Field>
          )}
        </div>
        <Field label={t('source')} hint={t('sourceHint')} optional>
          <Input
            value={mapping.constants.source ?? ''}
            maxLength={200}
            placeholder="file"
            onChange={(event) =>
              desk.setMapping(setFixed(mapping, 'source', event.target.value || null))
            }
          />
        </Field>
      </div>
      {start.error && (
        <p role="alert" className="text-warn-600">
          {errorText(start.error)}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          variant="primary"
          disabled={!body || refused || busy}
          onClick={() => start.mutate()}
        >
          {busy ? t('starting') : t('start')}
        </Button>
        {!body && <p className="text-sm text-ink-2">{t('disabled')}</p>}
        {refused && <p className="text-sm text-ink-2">{t('refused')}</p>}
      </div>
    </div>
  );
}
