/** The one look of everything that floats. */
export const popupClass = [
  'rounded-xl border border-line bg-surface text-ink shadow-pop outline-none',
  'origin-(--transform-origin) transition-[opacity,scale] duration-100',
  'data-starting-style:scale-[0.98] data-starting-style:opacity-0',
  'data-ending-style:scale-[0.98] data-ending-style:opacity-0',
].join(' ');

export const optionClass = [
  'grid cursor-default grid-cols-[1rem_1fr] items-center gap-2 rounded-lg py-1.5 pr-3 pl-2',
  'text-sm outline-none select-none data-highlighted:bg-sunken data-disabled:text-ink-3',
].join(' ');
