'use client';
import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cx } from './cx.ts';
import { optionClass, popupClass } from './popupClass.ts';
import type { Option } from './Select.tsx';
import { type TriggerVariant, triggerClass } from './triggerClass.ts';
import { useShownChoice } from './useShownChoice.ts';

type Props = {
  label: string;
  options: readonly Option<string>[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  variant?: TriggerVariant;
};

/** Any number of many, with search. Nothing chosen means all. */
export function MultiSelect({ label, options, value, onChange, variant = 'chip' }: Props) {
  const t = useTranslations('ui');
  const chosen = value.map((each) => find(options, each));
  const shown = useShownChoice(options, value);
  return (
    <Base.Root
      multiple
      items={options}
      value={chosen}
      onValueChange={(next) => onChange(next.map((option) => option.value))}
      isItemEqualToValue={(a, b) => a.value === b.value}
    >
      <Base.Trigger
        aria-label={`${label}: ${shown}`}
        className={triggerClass(variant, chosen.length > 0)}
      >
        {variant === 'chip' && <span className="shrink-0 text-ink-2">{label}</span>}
        <span className="truncate">{shown}</span>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none" sideOffset={6} align="start">
          <Base.Popup aria-label={label} className={cx(popupClass, 'w-64 p-1')}>
            <Search label={label} clear={chosen.length > 0 ? () => onChange([]) : null} />
            <Base.Empty className="text-sm text-ink-3">
              <div className="px-2 py-3">{t('noMatch')}</div>
            </Base.Empty>
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto">
              {(option: Option<string>) => (
                <Base.Item key={option.value} value={option} className={optionClass}>
                  <Base.ItemIndicator className="col-start-1">
                    <Check aria-hidden className="size-3.5" />
                  </Base.ItemIndicator>
                  <span className="col-start-2 truncate">{option.label}</span>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Search({ label, clear }: { label: string; clear: (() => void) | null }) {
  const t = useTranslations('ui');
  return (
    <div className="mb-1 flex items-center gap-1 border-b border-line pb-1">
      <Base.Input
        aria-label={`${label}: ${t('search')}`}
        placeholder={t('search')}
        className="h-8 w-full rounded-lg bg-transparent px-2 text-sm placeholder:text-ink-3"
      />
      {clear && (
        <button
          type="button"
          onClick={clear}
          className="shrink-0 rounded-md px-2 py-1 text-xs text-acq-600 hover:bg-sunken"
        >
          {t('clear')}
        </button>
      )}
    </div>
  );
}

function find(options: readonly Option<string>[], value: string): Option<string> {
  return options.find((option) => option.value === value) ?? { value, label: value };
}
