'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Input } from '#components/ui/Input.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { CriterionAnswer } from '#lib/contract/criteria.ts';
import { putCriterion } from '#lib/query/criteriaOptions.ts';
import { anyStageName } from '#lib/view/text.ts';
import { useErrorText } from '../useErrorText.ts';

type Props = { org: string; criterion: CriterionAnswer; today: string; onClose: () => void };

/** A new wording of one stage's entry criterion, from a day on. */
export function CriterionDialog({ org, criterion, today, onClose }: Props) {
  const t = useTranslations('definitions');
  const { text: say } = useText();
  const errorText = useErrorText();
  const client = useQueryClient();
  const { stage } = criterion;
  const [text, setText] = useState(criterion.text ?? '');
  const [from, setFrom] = useState(today);
  const right = /^\d{4}-\d\d-\d\d$/.test(from);
  const save = useMutation({
    mutationFn: () => putCriterion(org, { stage, text, from }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['criteria', org] });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('dialogTitle', { stage: say(anyStageName(stage)) })}
      description={t('dialogText')}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (right) save.mutate();
        }}
      >
        <Field label={t('text')} hint={t('textHint')}>
          <TextArea value={text} maxLength={2000} onChange={(e) => setText(e.target.value)} />
        </Field>
        <Field label={t('fromDay')} error={right ? null : t('wrong')}>
          <Input type="date" value={from} onChange={(e) => setFrom(e.target.value)} />
        </Field>
        {save.error && (
          <p role="alert" className="text-sm text-warn-600">
            {errorText(save.error)}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" disabled={!right || save.isPending}>
            {save.isPending ? t('saving') : t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
