'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef } from 'react';
import { IconButton } from './IconButton.tsx';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Beside the close button. */
  actions?: ReactNode;
  children: ReactNode;
};

const POPUP = [
  'fixed inset-y-0 right-0 z-50 flex w-full max-w-[46rem] flex-col border-l border-line',
  'bg-surface shadow-pop outline-none transition-[translate,opacity] duration-150',
  'data-starting-style:translate-x-6 data-starting-style:opacity-0',
  'data-ending-style:translate-x-6 data-ending-style:opacity-0 print:hidden',
].join(' ');

/** What lies behind a number, beside the number. */
export function SidePanel({ open, onOpenChange, title, description, actions, children }: Props) {
  const t = useTranslations('ui');
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-shade/60 transition-opacity" />
        <Base.Popup ref={popup} initialFocus={popup} className={POPUP}>
          <header className="flex items-start gap-3 border-b border-line px-5 py-4">
            <div className="min-w-0 flex-1">
              <Base.Title className="text-lg font-semibold">{title}</Base.Title>
              {description && (
                <Base.Description className="text-sm text-ink-2" render={<div />}>
                  {description}
                </Base.Description>
              )}
            </div>
            {actions}
            <Base.Close render={<IconButton label={t('close')} />}>
              <X aria-hidden className="size-4" />
            </Base.Close>
          </header>
          <div className="flex min-h-0 flex-1 flex-col">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
