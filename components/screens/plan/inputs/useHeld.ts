'use client';
import { useRef } from 'react';

/** What was there when a drag began, until it ends: going there and back changes nothing. */
export function useHeld<T>(now: T): { take: () => T; release: () => void } {
  const held = useRef<{ what: T } | null>(null);
  return {
    take: () => {
      held.current ??= { what: now };
      return held.current.what;
    },
    release: () => {
      held.current = null;
    },
  };
}
