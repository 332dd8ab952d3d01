'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { removeOrg } from '#lib/query/orgs.ts';
import { useErrorText } from '../useErrorText.ts';

/** Generated data can go with one click and one confirmation; it can be generated again. */
export function RemoveSample({ slug }: { slug: string }) {
  const t = useTranslations('orgs.remove');
  const router = useRouter();
  const errorText = useErrorText();
  const [asking, setAsking] = useState(false);
  const removal = useMutation({
    mutationFn: () => removeOrg(slug),
    onSuccess: () => {
      router.push('/');
      router.refresh();
    },
  });
  const footer = (
    <>
      <Button onClick={() => setAsking(false)}>{t('keep')}</Button>
      <Button variant="danger" disabled={removal.isPending} onClick={() => removal.mutate()}>
        {removal.isPending ? t('removing') : t('confirm')}
      </Button>
    </>
  );
  return (
    <section className="mx-auto w-full max-w-2xl px-4 pb-8 sm:px-8">
      <div className="rounded-xl border border-line p-5">
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <p className="mt-1 mb-4 text-ink-2">{t('text')}</p>
        <Button variant="danger" onClick={() => setAsking(true)}>
          {t('open')}
        </Button>
      </div>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('question')}
        description={t('consequence')}
        footer={footer}
      >
        {removal.error && (
          <p role="alert" className="text-warn-600">
            {errorText(removal.error)}
          </p>
        )}
      </Dialog>
    </section>
  );
}
