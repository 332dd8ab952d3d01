'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Input } from '#components/ui/Input.tsx';
import { MAX_REMARK, MAX_SCENARIO_NAME } from '#lib/contract/scenarioWords.ts';
import { isFaultAt } from '#lib/query/isFaultAt.ts';
import type { Hand } from '#lib/query/scenarioCalls.ts';
import { useErrorText } from '../../useErrorText.ts';
import { useAuthor } from './useAuthor.ts';

type Props = {
  title: string;
  description?: ReactNode;
  /** What the button says that does it. */
  action: string;
  /** The name to begin with; absent: no name is asked. */
  name?: string;
  onDo: (by: Hand & { name: string }) => Promise<unknown>;
  /** Somebody else was faster. */
  onConflict?: () => void;
  onClose: () => void;
  children?: ReactNode;
};

/** Asks who does it and why, and where it takes one, for a name. */
export function HandDialog(props: Props) {
  const { title, description, action, name: before, onDo, onConflict, onClose, children } = props;
  const t = useTranslations('scenarios.hand');
  const ui = useTranslations('ui');
  const errorText = useErrorText();
  const [name, setName] = useState(before ?? '');
  const [remark, setRemark] = useState('');
  const [author, setAuthor, keepAuthor] = useAuthor();
  const [tried, setTried] = useState(false);
  const act = useMutation({
    mutationFn: () =>
      onDo({ name: name.trim(), author: author.trim() || null, remark: remark.trim() || null }),
    onSuccess: onClose,
    onError: (error) => isFaultAt(error, 'version') && onConflict?.(),
  });
  const isNamed = before === undefined || name.trim() !== '';
  const taken = isFaultAt(act.error, 'name');
  const nameFault = tried && !isNamed ? t('noName') : taken ? t('taken') : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    keepAuthor();
    if (isNamed) act.mutate();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      {...(description === undefined ? {} : { description })}
    >
      <form className="grid gap-4" onSubmit={submit}>
        {children}
        {before !== undefined && (
          <Field label={t('name')} error={nameFault}>
            <Input
              autoComplete="off"
              value={name}
              maxLength={MAX_SCENARIO_NAME}
              onChange={(event) => {
                setName(event.target.value);
                act.reset();
              }}
            />
          </Field>
        )}
        <Field label={t('author')} optional>
          <Input
            autoComplete="name"
            value={author}
            maxLength={MAX_SCENARIO_NAME}
            onChange={(event) => setAuthor(event.target.value)}
          />
        </Field>
        <Field label={t('remark')} optional>
          <Input
            autoComplete="off"
            value={remark}
            maxLength={MAX_REMARK}
            onChange={(event) => setRemark(event.target.value)}
          />
        </Field>
        {act.error && !taken && (
          <p role="alert" className="text-sm text-warn-600">
            {errorText(act.error)}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" variant="primary" disabled={act.isPending}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
