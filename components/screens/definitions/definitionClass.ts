/** A definition on the page: an anchor that shows itself when it is jumped to. */
export const definitionClass =
  'scroll-mt-4 rounded-xl border border-line bg-surface p-5 target:border-ink';
