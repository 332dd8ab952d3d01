'use client';
import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cx } from './cx.ts';
import { optionClass, popupClass } from './popupClass.ts';
import type { Option } from './Select.tsx';
import { triggerClass } from './triggerClass.ts';

type Props = {
  label: string;
  options: readonly Option<string>[];
  value: string;
  onChange: (value: string) => void;
  /** Shows the value as one that stands for nothing. */
  muted?: boolean;
};

/** One of many, with search over names and hints. */
export function SearchSelect({ label, options, value, onChange, muted = false }: Props) {
  const t = useTranslations('ui');
  const chosen = options.find((option) => option.value === value) ?? { value, label: value };
  return (
    <Base.Root
      items={options}
      value={chosen}
      onValueChange={(next) => next && onChange(next.value)}
      isItemEqualToValue={(a, b) => a.value === b.value}
      filter={matches}
      autoHighlight
    >
      <Base.Trigger aria-label={`${label}: ${chosen.label}`} className={triggerClass('field')}>
        <span className={cx('truncate', muted && 'text-ink-3')}>{chosen.label}</span>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none" sideOffset={6} align="start">
          <Base.Popup
            aria-label={label}
            className={cx(popupClass, 'w-(--anchor-width) min-w-72 max-w-[calc(100vw-2rem)] p-1')}
          >
            <Base.Input
              aria-label={`${label}: ${t('search')}`}
              placeholder={t('search')}
              className="mb-1 h-8 w-full border-b border-line bg-transparent px-2 text-sm"
            />
            <Base.Empty className="text-sm text-ink-3">
              <div className="px-2 py-3">{t('noMatch')}</div>
            </Base.Empty>
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto">
              {(option: Option<string>) => <Choice key={option.value} option={option} />}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Choice({ option }: { option: Option<string> }) {
  return (
    <Base.Item value={option} className={optionClass}>
      <Base.ItemIndicator className="col-start-1">
        <Check aria-hidden className="size-3.5" />
      </Base.ItemIndicator>
      <span className="col-start-2 min-w-0">
        <span className="block truncate">{option.label}</span>
        {option.hint && <span className="block truncate text-xs text-ink-3">{option.hint}</span>}
      </span>
    </Base.Item>
  );
}

function matches(option: Option<string>, query: string): boolean {
  const text = `${option.value} ${option.label} ${option.hint ?? ''}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
