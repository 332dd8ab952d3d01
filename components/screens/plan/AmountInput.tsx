'use client';
import { useState } from 'react';
import { Input } from '#components/ui/Input.tsx';
import { readAmount } from '#lib/view/plan/readAmount.ts';

type Props = {
  label: string;
  value: number;
  shown: string;
  wrong: string;
  className?: string;
  onChange: (value: number) => void;
};

/** An amount as people write it; what is none changes nothing and says so. */
export function AmountInput({ label, value, shown, wrong, className, onChange }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const bad = draft !== null && readAmount(draft) === null;
  const settle = () => {
    const amount = draft === null ? null : readAmount(draft);
    if (amount !== null && amount !== value) onChange(amount);
    setDraft(null);
  };
  return (
    <span className="inline-block">
      <Input
        aria-label={label}
        aria-invalid={bad}
        inputMode="decimal"
        value={draft ?? shown}
        className={className ?? ''}
        onChange={(event) => setDraft(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
      {bad && (
        <span role="alert" className="mt-1 block text-xs text-warn-600">
          {wrong}
        </span>
      )}
    </span>
  );
}
