'use client';
import { useEffect } from 'react';

type Props = { text: string | null; onDone: () => void };

const SHOWN_MS = 5_000;

/** Says that something is done; moves nothing and goes by itself. */
export function Toast({ text, onDone }: Props) {
  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(onDone, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text, onDone]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-6 z-50 flex justify-center print:hidden"
    >
      {text !== null && (
        <p className="rounded-full bg-ink px-4 py-2 text-sm text-paper shadow-pop">{text}</p>
      )}
    </div>
  );
}
