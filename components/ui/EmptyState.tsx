import type { ReactNode } from 'react';

type Props = {
  title: string;
  /** `h1` where nothing else is on the page. */
  level?: 'h1' | 'h2';
  children?: ReactNode;
  actions?: ReactNode;
  figure?: ReactNode;
};

/** Says why there is nothing here, and what to do next. */
export function EmptyState({ title, level: Title = 'h2', children, actions, figure }: Props) {
  return (
    <div className="mx-auto flex max-w-xl flex-col items-center px-4 py-12 text-center">
      {figure}
      <Title className="text-xl font-semibold tracking-tight">{title}</Title>
      {children && <div className="mt-2 text-ink-2 text-balance">{children}</div>}
      {actions && <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
