import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './buttonClass.ts';

type Props = ComponentProps<'button'> & { variant?: ButtonVariant; size?: ButtonSize };

export function Button({ variant, size, className, type = 'button', ...rest }: Props) {
  return <button type={type} className={buttonClass(variant, size, className)} {...rest} />;
}
