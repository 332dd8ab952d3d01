'use client';
import { useId } from 'react';
import { cx } from '#components/ui/cx.ts';

type Option<V extends string> = { value: V; label: string; hint: string };
type Props<V extends string> = {
  legend: string;
  value: V;
  options: readonly Option<V>[];
  onChange: (value: V) => void;
};

/** A choice that deserves a sentence each: native radio buttons in frames. */
export function ChoiceCards<V extends string>({ legend, value, options, onChange }: Props<V>) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">{legend}</legend>
      <div className="grid gap-2 sm:grid-cols-[repeat(auto-fit,minmax(13rem,1fr))]">
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              'flex cursor-pointer gap-3 rounded-lg border px-3.5 py-2.5 transition-colors',
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-2',
              'has-focus-visible:outline-acq-600',
              option.value === value
                ? 'border-acq-600 bg-acq-50'
                : 'border-line-strong hover:border-line-control',
            )}
          >
            <input
              type="radio"
              name={name}
              className="mt-1 accent-acq-600"
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              <span className="block font-medium">{option.label}</span>
              <span className="block text-sm text-ink-2">{option.hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
