'use client';
import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import { cx } from './cx.ts';
import { optionClass, popupClass } from './popupClass.ts';
import { type TriggerVariant, triggerClass } from './triggerClass.ts';

export type Option<V extends string> = { value: V; label: string; hint?: string };

type Props<V extends string> = {
  label: string;
  options: readonly Option<V>[];
  value: V | null;
  onChange: (value: V) => void;
  variant?: TriggerVariant;
  active?: boolean;
  placeholder?: string;
  disabled?: boolean;
  id?: string;
};

/** One choice of a few. As a chip it shows its label before the value; in a form `Field` does. */
export function Select<V extends string>(props: Props<V>) {
  const { label, options, value, onChange, variant = 'field', active, placeholder } = props;
  return (
    <Base.Root
      items={options.map((option) => ({ value: option.value, label: option.label }))}
      value={value}
      onValueChange={(next) => next !== null && onChange(next as V)}
      disabled={props.disabled ?? false}
    >
      <Base.Trigger
        {...(props.id === undefined ? {} : { id: props.id })}
        aria-label={chipName(label, options, value, variant)}
        className={triggerClass(variant, active)}
      >
        {variant === 'chip' && <span className="text-ink-2">{label}</span>}
        <Base.Value className="truncate" placeholder={placeholder ?? ''} />
        <Base.Icon>
          <ChevronDown aria-hidden className="size-3.5 text-ink-3" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner
          className="z-50 outline-none"
          sideOffset={6}
          align="start"
          alignItemWithTrigger={false}
        >
          <Base.Popup className={cx(popupClass, 'min-w-(--anchor-width) max-w-96 p-1')}>
            <Base.List className="max-h-(--available-height) overflow-y-auto">
              {options.map((option) => (
                <Choice key={option.value} option={option} />
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function chipName<V extends string>(
  label: string,
  options: readonly Option<V>[],
  value: V | null,
  variant: TriggerVariant,
): string {
  const chosen = options.find((option) => option.value === value)?.label;
  return variant === 'chip' && chosen ? `${label}: ${chosen}` : label;
}

function Choice({ option }: { option: Option<string> }) {
  return (
    <Base.Item value={option.value} className={cx(optionClass, option.hint && 'items-start')}>
      <Base.ItemIndicator className="col-start-1 pt-0.5">
        <Check aria-hidden className="size-3.5" />
      </Base.ItemIndicator>
      <span className="col-start-2">
        <Base.ItemText className="block">{option.label}</Base.ItemText>
        {option.hint && <span className="block text-xs text-ink-3">{option.hint}</span>}
      </span>
    </Base.Item>
  );
}
