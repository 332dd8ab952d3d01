import type { ComponentProps } from 'react';
import { cx } from './cx.ts';

type Props = ComponentProps<'button'> & { label: string };

/** A square button with an icon only; its label is for screen readers and the title. */
export function IconButton({ label, className, type = 'button', ...rest }: Props) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={cx(
        'inline-flex size-8 shrink-0 items-center justify-center rounded-lg text-ink-2',
        'transition-colors hover:bg-sunken hover:text-ink',
        className,
      )}
      {...rest}
    />
  );
}
