export type TriggerVariant = 'chip' | 'field';

const BASE =
  'inline-flex items-center justify-between gap-1.5 border bg-surface text-ink transition-colors';

/** `chip` in filter bars, `field` in forms. */
export function triggerClass(variant: TriggerVariant, active = false): string {
  if (variant === 'field') {
    return `${BASE} h-9 w-full rounded-lg border-line-control px-3 text-base hover:border-ink-3`;
  }
  const edge = active ? 'border-acq-400' : 'border-line-strong';
  return `${BASE} h-8 max-w-64 rounded-full px-3 text-sm ${edge} hover:border-line-control`;
}
