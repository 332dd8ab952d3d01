'use client';
import { Popover as Base } from '@base-ui/react/popover';
import { type ReactElement, type ReactNode, useRef } from 'react';
import { cx } from './cx.ts';
import { popupClass } from './popupClass.ts';

type Props = {
  /** The button that opens it; without one, give `open` and `anchor`. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  anchor?: Element | null;
  title?: ReactNode;
  children: ReactNode;
  className?: string;
};

export function Popover(props: Props) {
  const popup = useRef<HTMLDivElement>(null);
  const { trigger, open, onOpenChange, anchor, title, children, className } = props;
  return (
    <Base.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange ? { onOpenChange: (next) => onOpenChange(next) } : {})}
    >
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Positioner
          className="z-50 outline-none"
          sideOffset={8}
          collisionPadding={12}
          {...(anchor ? { anchor } : {})}
        >
          <Base.Popup
            ref={popup}
            // The first button may lie below a long text: the reader begins at the top.
            initialFocus={popup}
            tabIndex={-1}
            className={cx(popupClass, 'max-w-[calc(100vw-1.5rem)] p-4', className ?? 'w-80')}
          >
            {title && <Base.Title className="mb-2 text-base font-semibold">{title}</Base.Title>}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
