'use client';
import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '#components/ui/IconButton.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { InputLine } from '#lib/view/plan/inputLines.ts';
import { AmountInput } from './AmountInput.tsx';
import { InPlace } from './inputs/InPlace.tsx';
import { SourceNote } from './inputs/SourceNote.tsx';
import type { PlanPart } from './planPart.ts';

type Props = {
  part: PlanPart;
  line: InputLine;
  onSet: (field: string, value: number | null) => void;
};

/** One input: its value to type over, what it rests on, and what is wrong with it. */
export function InputRow({ part, line, onSet }: Props) {
  const t = useTranslations('plan.inputs');
  const { text } = useText();
  const { field, kind, value, most, about, path, isSet } = line;
  const name = text(line.name);
  const isShare = kind === 'share';
  const set = (next: number) => onSet(field, Math.min(most, isShare ? next / 100 : next));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_6.5rem_2rem] items-center gap-x-2">
      <div className="min-w-0">
        <div className="text-sm">{name}</div>
        <SourceNote
          part={part}
          name={name}
          about={about}
          assumption={line.assumption}
          isSet={isSet}
        />
      </div>
      <AmountInput
        label={name}
        value={isShare ? value * 100 : value}
        shown={shownOf(line)}
        wrong={t('wrong')}
        className="h-8 text-right tabular-nums"
        onChange={set}
      />
      {isSet ? (
        <IconButton label={t('resetOne', { name })} onClick={() => onSet(field, null)}>
          <RotateCcw aria-hidden className="size-3.5" />
        </IconButton>
      ) : (
        <span className="text-xs text-ink-3">{isShare ? '%' : ''}</span>
      )}
      <div className="col-span-3 mt-1 grid gap-1 empty:hidden">
        <InPlace part={part} paths={[path]} />
      </div>
    </div>
  );
}

function shownOf({ kind, value }: InputLine): string {
  if (kind === 'share') return (value * 100).toFixed(1);
  if (kind === 'money') return String(Math.round(value));
  return String(Math.round(value * 10) / 10);
}
