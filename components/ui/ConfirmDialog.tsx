'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

type Props = {
  title: string;
  description: ReactNode;
  /** What the button says that does it. */
  action: string;
  busy: boolean;
  error: string | null;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks once more before something is gone. */
export function ConfirmDialog(props: Props) {
  const { title, description, action, busy, error, onConfirm, onClose } = props;
  const t = useTranslations('ui');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" disabled={busy} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      {error && (
        <p role="alert" className="text-sm text-warn-600">
          {error}
        </p>
      )}
    </Dialog>
  );
}
