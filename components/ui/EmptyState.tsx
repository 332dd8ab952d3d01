import type { ReactNode } from 'react';

type Props = { title: string; children?: ReactNode; actions?: ReactNode; figure?: ReactNode };

/** Says why there is nothing here, and what to do next. */
export function EmptyState({ title, children, actions, figure }: Props) {
  return (
    <div className="mx-auto flex max-w-xl flex-col items-center px-4 py-12 text-center">
      {figure}
      <h2 className="text-xl font-semibold tracking-tight">{title}</h2>
      {children && <div className="mt-2 text-ink-2 text-balance">{children}</div>}
      {actions && <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
