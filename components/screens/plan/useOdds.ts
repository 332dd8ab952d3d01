'use client';
import { useEffect, useRef, useState } from 'react';
import type { OddsAsked, OddsTold } from '#lib/view/plan/planOdds.ts';

/** Each with an id, by which its odds are found again. */
type Asked = readonly (OddsAsked & { id: string })[];
type Odds = (OddsTold & { id: string })[];
type Told = { id: number; told: Odds };

/** Odds of some plans from a worker; while it reckons, the last stay and `stale` says so. */
export function useOdds(asked: Asked): { told: Odds; stale: boolean } {
  const worker = useRef<Worker | null>(null);
  const busy = useRef(false);
  const next = useRef<{ id: number; asked: Asked } | null>(null);
  const newest = useRef(0);
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    const made = new Worker(new URL('./odds.worker.ts', import.meta.url), { type: 'module' });
    worker.current = made;
    made.onmessage = ({ data }: MessageEvent<Told>) => {
      setTold(data);
      busy.current = next.current !== null;
      if (next.current) made.postMessage(next.current);
      next.current = null;
    };
    return () => {
      made.terminate();
      busy.current = false;
    };
  }, []);
  useEffect(() => {
    newest.current += 1;
    const message = { id: newest.current, asked };
    if (busy.current) next.current = message;
    else {
      busy.current = true;
      worker.current?.postMessage(message);
    }
  }, [asked]);
  return { told: told?.told ?? [], stale: told !== null && told.id !== newest.current };
}
