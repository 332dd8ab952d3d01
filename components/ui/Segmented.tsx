'use client';
import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import type { Option } from './Select.tsx';

type Props<V extends string> = {
  label: string;
  options: readonly Option<V>[];
  value: V;
  onChange: (value: V) => void;
};

/** A few exclusive choices side by side; one is always pressed. */
export function Segmented<V extends string>({ label, options, value, onChange }: Props<V>) {
  return (
    <ToggleGroup
      aria-label={label}
      value={[value]}
      onValueChange={(next) => next[0] && onChange(next[0] as V)}
      className="inline-flex h-8 items-center rounded-full border border-line-strong bg-surface p-0.5"
    >
      {options.map((option) => (
        <Toggle
          key={option.value}
          value={option.value}
          title={option.hint}
          className={[
            'h-full rounded-full px-3 text-sm text-ink-2 transition-colors hover:text-ink',
            'data-pressed:bg-sunken data-pressed:font-medium data-pressed:text-ink',
          ].join(' ')}
        >
          {option.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
