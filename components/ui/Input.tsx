'use client';
import { Input as Base } from '@base-ui/react/input';
import type { ComponentProps } from 'react';
import { cx } from './cx.ts';

export function Input({ className, ...rest }: Omit<ComponentProps<'input'>, 'ref'>) {
  return (
    <Base
      className={cx(
        'h-9 w-full rounded-lg border border-line-control bg-surface px-3 text-base',
        'placeholder:text-ink-3 hover:border-ink-3 data-invalid:border-warn-600',
        className,
      )}
      {...rest}
    />
  );
}
