import type { ReactNode } from 'react';

type Props = {
  x?: string | number;
  y?: string | number;
  width?: string | number;
  height?: string | number;
  className?: string;
  children: ReactNode;
};

/** An inner origin: inside it, percent and pixels mix freely and nothing is cut off. */
export function Place({ children, ...box }: Props) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a part of the figure, which is named as a whole
    <svg overflow="visible" {...box}>
      {children}
    </svg>
  );
}
