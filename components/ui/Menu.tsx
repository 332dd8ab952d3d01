'use client';
import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import { optionClass, popupClass } from './popupClass.ts';

type Props = {
  trigger: ReactElement;
  align?: 'start' | 'end';
  /** Told when it is gone and the focus is back on its trigger. */
  onClosed?: () => void;
  children: ReactNode;
};

export function Menu({ trigger, align = 'end', onClosed, children }: Props) {
  return (
    <Base.Root onOpenChangeComplete={(open) => !open && onClosed?.()}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none" sideOffset={6} align={align}>
          <Base.Popup
            className={cx(
              popupClass,
              'max-h-(--available-height) max-w-80 min-w-48 overflow-y-auto p-1',
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type ItemProps = { onSelect: () => void; icon?: ReactNode; children: ReactNode };

export function MenuItem({ onSelect, icon, children }: ItemProps) {
  return (
    <Base.Item className={optionClass} onClick={onSelect}>
      <span className="col-start-1 text-ink-3">{icon}</span>
      <span className="col-start-2">{children}</span>
    </Base.Item>
  );
}

type LinkProps = { href: string; icon?: ReactNode; children: ReactNode };

export function MenuLink({ href, icon, children }: LinkProps) {
  return (
    <Base.LinkItem className={cx(optionClass, 'no-underline')} render={<Link href={href} />}>
      <span className="col-start-1 text-ink-3">{icon}</span>
      <span className="col-start-2 truncate">{children}</span>
    </Base.LinkItem>
  );
}

type ChoiceProps<V extends string> = {
  label: string;
  value: V;
  options: readonly { value: V; label: string; lang?: string; hint?: string }[];
  onChange: (value: V) => void;
};

/** One of a few inside a menu, with the chosen one ticked. */
export function MenuChoice<V extends string>({ label, value, options, onChange }: ChoiceProps<V>) {
  return (
    <Base.RadioGroup aria-label={label} value={value}>
      {options.map((option) => (
        <Base.RadioItem
          key={option.value}
          value={option.value}
          closeOnClick
          // The chosen one may be chosen again: what it stands for may have moved on.
          onClick={() => onChange(option.value)}
          className={optionClass}
        >
          <Base.RadioItemIndicator className="col-start-1">
            <Check aria-hidden className="size-3.5" />
          </Base.RadioItemIndicator>
          <span className="col-start-2 min-w-0 break-words" lang={option.lang}>
            {option.label}
            {option.hint && <span className="block text-xs text-ink-3">{option.hint}</span>}
          </span>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="mx-2 my-1 h-px bg-line" />;
}

type CheckProps = { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode };

/** One of many that may be chosen together; the menu stays open. */
export function MenuCheck({ checked, onChange, children }: CheckProps) {
  return (
    <Base.CheckboxItem checked={checked} onCheckedChange={onChange} className={optionClass}>
      <Base.CheckboxItemIndicator className="col-start-1">
        <Check aria-hidden className="size-3.5" />
      </Base.CheckboxItemIndicator>
      <span className="col-start-2">{children}</span>
    </Base.CheckboxItem>
  );
}
