import type { ComponentProps } from 'react';
import { cx } from './cx.ts';

/** A number that opens what is behind it. */
export function NumberButton({ className, type = 'button', ...rest }: ComponentProps<'button'>) {
  return (
    <button
      type={type}
      className={cx(
        'min-h-6 min-w-6 underline decoration-line-strong underline-offset-4 hover:decoration-ink',
        className,
      )}
      {...rest}
    />
  );
}
