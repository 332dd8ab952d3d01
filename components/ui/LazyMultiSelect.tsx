'use client';
import { ChevronDown } from 'lucide-react';
import { type ComponentProps, lazy, Suspense, useEffect, useState } from 'react';
import type { MultiSelect } from './MultiSelect.tsx';
import { triggerClass } from './triggerClass.ts';
import { useShownChoice } from './useShownChoice.ts';

const Loaded = lazy(async () => ({ default: (await import('./MultiSelect.tsx')).MultiSelect }));

type Props = ComponentProps<typeof MultiSelect>;

/** The same chip; its list with search arrives after the page is usable. */
export function LazyMultiSelect(props: Props) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return <Chip {...props} />;
  return (
    <Suspense fallback={<Chip {...props} />}>
      <Loaded {...props} />
    </Suspense>
  );
}

function Chip({ label, options, value, variant = 'chip' }: Props) {
  const shown = useShownChoice(options, value);
  return (
    <button type="button" className={triggerClass(variant, value.length > 0)}>
      {variant === 'chip' && <span className="text-ink-2">{label}</span>}{' '}
      <span className="truncate">{shown}</span>
      <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
    </button>
  );
}
