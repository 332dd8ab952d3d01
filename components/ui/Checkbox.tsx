'use client';
import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';

type Props = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  children: ReactNode;
};

export function Checkbox({ checked, onChange, disabled = false, children }: Props) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: Base UI renders the input inside
    <label className="inline-flex items-start gap-2 text-base">
      <Base.Root
        checked={checked}
        onCheckedChange={(next) => onChange(next)}
        disabled={disabled}
        className={[
          'mt-0.5 flex size-4.5 shrink-0 items-center justify-center rounded border',
          'border-line-control bg-surface data-checked:border-ink data-checked:bg-ink',
        ].join(' ')}
      >
        <Base.Indicator className="text-paper">
          <Check aria-hidden className="size-3.5" />
        </Base.Indicator>
      </Base.Root>
      <span>{children}</span>
    </label>
  );
}
