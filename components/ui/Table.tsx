import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';

/** A plain table that scrolls sideways when it must. `label` names it for screen readers. */
export function Table({ label, className, ...rest }: ComponentProps<'table'> & { label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the keyboard
    <section className="overflow-x-auto" aria-label={label} tabIndex={0}>
      <table className={cx('w-full border-collapse text-sm', className)} {...rest} />
    </section>
  );
}

type CellProps<T extends 'th' | 'td'> = ComponentProps<T> & { numeric?: boolean };

export function Th({ numeric, className, scope = 'col', ...rest }: CellProps<'th'>) {
  return (
    <th
      scope={scope}
      className={cx(
        'border-b border-line px-3 py-2 font-medium whitespace-nowrap',
        scope === 'row' ? 'text-sm text-ink' : 'text-xs text-ink-2',
        numeric ? 'text-right' : 'text-left',
        className,
      )}
      {...rest}
    />
  );
}

export function Td({ numeric, className, ...rest }: CellProps<'td'>) {
  return (
    <td
      className={cx(
        'border-b border-line px-3 py-2',
        numeric && 'text-right whitespace-nowrap',
        className,
      )}
      {...rest}
    />
  );
}

type SortProps = {
  numeric?: boolean;
  direction: 'ascending' | 'descending' | null;
  onSort: () => void;
  className?: string;
  /** Pixels, where the table has fixed columns. */
  width?: number;
  children: ReactNode;
};

export function SortTh({ numeric, direction, onSort, className, width, children }: SortProps) {
  return (
    <Th
      numeric={numeric ?? false}
      className={className}
      style={{ width }}
      aria-sort={direction ?? 'none'}
    >
      <button
        type="button"
        onClick={onSort}
        className="inline-flex min-h-6 items-center gap-1 font-medium hover:text-ink"
      >
        {children}
        {direction === 'ascending' && <ArrowUp aria-hidden className="size-3" />}
        {direction === 'descending' && <ArrowDown aria-hidden className="size-3" />}
      </button>
    </Th>
  );
}
