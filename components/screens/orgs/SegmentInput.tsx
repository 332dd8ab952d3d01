'use client';
import { Field } from '@base-ui/react/field';
import { Input } from '#components/ui/Input.tsx';
import { MAX_TEXT } from '#lib/contract/fields.ts';

type Props = {
  label: string;
  value: string;
  /** The id of the list of segments that are there already. */
  list: string;
  onChange: (value: string) => void;
  placeholder: string;
  error?: string | null;
};

/** A segment of one's own, or one of those that are there already. */
export function SegmentInput({ label, value, list, onChange, placeholder, error }: Props) {
  return (
    <Field.Root invalid={Boolean(error)} className="flex min-w-0 flex-col gap-1">
      <Input
        aria-label={label}
        list={list}
        value={value}
        placeholder={placeholder}
        maxLength={MAX_TEXT}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      {error && (
        <Field.Error match className="text-xs text-warn-600">
          {error}
        </Field.Error>
      )}
    </Field.Root>
  );
}
