'use client';
import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import { popupClass } from './popupClass.ts';

type Props = {
  /** What has it; its own label must say all of it, for those who do not see it. */
  trigger: ReactElement;
  children: ReactNode;
};

/** Words that appear while the pointer or the keyboard is on something. */
export function Tooltip({ trigger, children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger delay={80} render={trigger} />
      <Base.Portal>
        <Base.Positioner className="z-50" sideOffset={6} collisionPadding={12}>
          <Base.Popup className={cx(popupClass, 'max-w-80 px-3 py-2 text-sm')}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
