import type { ReactNode } from 'react';

type Props = { label: string; onClick: () => void; children: ReactNode };

/** A number whose records are one click away. */
export function NumberButton({ label, onClick, children }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="rounded underline decoration-line-control decoration-dotted underline-offset-3 hover:decoration-ink"
    >
      {children}
    </button>
  );
}
