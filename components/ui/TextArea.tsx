'use client';
import { Field } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import { cx } from './cx.ts';

/** Text of several lines, wired to the `Field` around it. */
export function TextArea({ className, ...rest }: Omit<ComponentProps<'textarea'>, 'ref'>) {
  return (
    <Field.Control
      render={
        <textarea
          rows={5}
          className={cx(
            'w-full rounded-lg border border-line-control bg-surface px-3 py-2 text-base',
            'placeholder:text-ink-3 hover:border-ink-3 data-invalid:border-warn-600',
            className,
          )}
          {...rest}
        />
      }
    />
  );
}
