'use client';
import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '#components/ui/IconButton.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import type { InputLine } from '#lib/view/plan/inputLines.ts';
import { AmountInput } from './AmountInput.tsx';

type Props = {
  line: InputLine;
  format: Format;
  onSet: (field: string, value: number | null) => void;
};

/** One input: its value to type over, and under it what it rests on. */
export function InputRow({ line, format, onSet }: Props) {
  const t = useTranslations('plan.inputs');
  const { text } = useText();
  const { field, kind, value, assumption, isSet } = line;
  const name = text(line.name);
  const isShare = kind === 'share';
  const source = isSet
    ? t('set')
    : assumption === null
      ? ''
      : assumption.base === null
        ? t(`source.${assumption.source}`)
        : t('base', {
            source: t(`source.${assumption.source}`),
            n: format.count(assumption.n),
            base: format.count(assumption.base),
          });
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_6.5rem_1.5rem] items-center gap-x-2">
      <span className="text-sm">
        {name}
        <span className="block text-xs text-ink-3">{source}</span>
      </span>
      <AmountInput
        label={name}
        value={isShare ? value * 100 : value}
        shown={isShare ? (value * 100).toFixed(1) : String(Math.round(value))}
        wrong={t('wrong')}
        className="h-8 text-right tabular-nums"
        onChange={(next) => onSet(field, isShare ? next / 100 : next)}
      />
      {isSet ? (
        <IconButton label={t('resetOne', { name })} onClick={() => onSet(field, null)}>
          <RotateCcw aria-hidden className="size-3.5" />
        </IconButton>
      ) : (
        <span className="text-xs text-ink-3">{isShare ? '%' : ''}</span>
      )}
    </li>
  );
}
