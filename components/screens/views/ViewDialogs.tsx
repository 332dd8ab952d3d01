'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import type { SavedView } from '#lib/contract/views.ts';
import { useErrorText } from '../useErrorText.ts';
import { NameDialog } from './NameDialog.tsx';

export type Asking = 'save' | 'rename' | 'remove';

type Props = {
  asking: Asking;
  current: SavedView | null;
  views: readonly SavedView[];
  onSave: (name: string) => Promise<void>;
  onRename: (name: string) => Promise<void>;
  onRemove: () => Promise<void>;
  onClose: () => void;
};

/** What a view must be asked about before anything happens. */
export function ViewDialogs(props: Props) {
  const { asking, current, views, onSave, onRename, onRemove, onClose } = props;
  const t = useTranslations('views');
  const errorText = useErrorText();
  const removal = useMutation({ mutationFn: onRemove, onSuccess: onClose });
  if (asking === 'remove') {
    return (
      <ConfirmDialog
        title={t('removeTitle', { name: current?.name ?? '' })}
        description={t('removeText')}
        action={t('removeNow')}
        busy={removal.isPending}
        error={removal.error && errorText(removal.error)}
        onConfirm={() => removal.mutate()}
        onClose={onClose}
      />
    );
  }
  const renamed = asking === 'rename' ? current : null;
  return (
    <NameDialog
      kind={asking}
      name={renamed?.name ?? ''}
      others={views.filter(({ id }) => id !== renamed?.id).map(({ name }) => name)}
      onSave={asking === 'save' ? onSave : onRename}
      onClose={onClose}
    />
  );
}
