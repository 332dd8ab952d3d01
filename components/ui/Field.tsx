'use client';
import { Field as Base } from '@base-ui/react/field';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

type Props = {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  optional?: boolean;
  children: ReactNode;
};

/** Label above, hint and error below; the control inside is wired to them. */
export function Field({ label, hint, error, optional, children }: Props) {
  const t = useTranslations('ui');
  return (
    <Base.Root invalid={Boolean(error)} className="flex flex-col gap-1">
      <Base.Label className="text-sm font-medium">
        {label}
        {optional && <span className="ml-1.5 font-normal text-ink-3">{t('optional')}</span>}
      </Base.Label>
      {children}
      {hint && <Base.Description className="text-xs text-ink-3">{hint}</Base.Description>}
      {error && (
        <Base.Error match className="text-xs text-warn-600">
          {error}
        </Base.Error>
      )}
    </Base.Root>
  );
}
