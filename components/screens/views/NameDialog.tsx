'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Input } from '#components/ui/Input.tsx';
import { MAX_VIEW_NAME } from '#lib/contract/viewWords.ts';
import { ApiError } from '#lib/query/ApiError.ts';
import { viewNameFault } from '#lib/view/viewName.ts';
import { useErrorText } from '../useErrorText.ts';

type Props = {
  kind: 'save' | 'rename';
  name: string;
  /** Names that other views of the page have. */
  others: readonly string[];
  onSave: (name: string) => Promise<void>;
  onClose: () => void;
};

/** Asks for the name of a view; says what is wrong with it when it is given, not before. */
export function NameDialog({ kind, name: before, others, onSave, onClose }: Props) {
  const t = useTranslations('views');
  const ui = useTranslations('ui');
  const errorText = useErrorText();
  const [name, setName] = useState(before);
  const [tried, setTried] = useState(false);
  const save = useMutation({ mutationFn: () => onSave(name), onSuccess: onClose });
  const fault = tried ? viewNameFault(name, others) : null;
  const taken = save.error instanceof ApiError && save.error.code === 'conflict';
  const error = fault ?? (taken ? 'taken' : null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(kind === 'save' ? 'saveTitle' : 'renameTitle')}
      description={t(kind === 'save' ? 'saveText' : 'renameText')}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (viewNameFault(name, others) === null) save.mutate();
        }}
      >
        <Field
          label={t('name')}
          error={error && t(`fault.${error}`, { most: MAX_VIEW_NAME, name: name.trim() })}
        >
          <Input
            autoComplete="off"
            value={name}
            onChange={(event) => {
              setName(event.target.value);
              save.reset();
            }}
          />
        </Field>
        {save.error && !taken && (
          <p role="alert" className="text-sm text-warn-600">
            {errorText(save.error)}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" variant="primary" disabled={save.isPending}>
            {t('keep')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
