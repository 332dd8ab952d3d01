type Props = { x: string | number; y?: number; width: string | number; height: number; rx: number };

/** Shown while the button around it has the keyboard. */
export function FocusRing(props: Props) {
  return (
    <rect
      {...props}
      strokeWidth={2}
      className="invisible fill-none stroke-acq-600 group-focus-visible/button:visible"
    />
  );
}
