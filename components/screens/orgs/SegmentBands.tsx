'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useRef } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { bandFaults, MOST_BANDS } from '#lib/view/orgs/ruleFaults.ts';
import type { RuleDraft } from '#lib/view/orgs/tidyRule.ts';
import { SegmentBand } from './SegmentBand.tsx';

type Bands = RuleDraft['bands'];
type Props = {
  bands: Bands;
  currency: string;
  list: string;
  tried: boolean;
  onChange: (bands: Bands) => void;
};

/** Lower bounds of amounts a year, each with its segment. */
export function SegmentBands({ bands, currency, list: choices, tried, onChange }: Props) {
  const t = useTranslations('orgs.segments');
  const list = useRef<HTMLUListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const hint = useId();
  const faults = bandFaults(bands);
  const focusLine = (index: number) =>
    requestAnimationFrame(() => {
      const line = list.current?.children[index];
      (line?.querySelector('input') ?? add.current)?.focus();
    });
  return (
    <fieldset aria-describedby={hint} className="mt-5 min-w-0">
      <legend className="text-sm font-medium">{t('byAmount')}</legend>
      <p id={hint} className="mt-1 text-xs text-pretty text-ink-3">
        {t('byAmountHint')}
      </p>
      {bands.length > 0 && (
        <ul
          ref={list}
          className="mt-3 divide-y divide-line rounded-xl border border-line bg-surface"
        >
          {bands.map((band, index) => (
            <SegmentBand
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; nothing moves.
              key={index}
              band={band}
              faults={faults[index] ?? { from: null, segment: null }}
              {...{ currency, list: choices, tried }}
              onChange={(next) => onChange(bands.map((one, at) => (at === index ? next : one)))}
              onRemove={() => {
                onChange(bands.filter((_, at) => at !== index));
                focusLine(Math.min(index, bands.length - 2));
              }}
            />
          ))}
        </ul>
      )}
      <Button
        ref={add}
        size="sm"
        className="mt-3"
        disabled={bands.length >= MOST_BANDS}
        onClick={() => {
          onChange([...bands, { from: bands.length === 0 ? '0' : '', segment: '' }]);
          focusLine(bands.length);
        }}
      >
        <Plus aria-hidden className="size-4" />
        {t('add')}
      </Button>
    </fieldset>
  );
}
