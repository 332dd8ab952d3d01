import type { KeyboardEvent, ReactNode } from 'react';
import { cx } from '#components/ui/cx.ts';

type Props = {
  label: string;
  onPress: (anchor: Element) => void;
  className?: string;
  /** Left out of exported pictures. */
  aside?: boolean;
  children: ReactNode;
};

/** A button inside a drawing: works by pointer, Enter and Space, with a visible focus. */
export function SvgButton({ label, onPress, className, aside, children }: Props) {
  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onPress(event.currentTarget);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button element inside an SVG
    <g
      role="button"
      tabIndex={0}
      aria-label={label}
      data-export={aside ? 'never' : undefined}
      onClick={(event) => onPress(event.currentTarget)}
      onKeyDown={onKeyDown}
      className={cx('group/button cursor-pointer outline-none', className)}
    >
      {children}
    </g>
  );
}
