import type { ReactNode } from 'react';

type Item = { label: string; sample: ReactNode };

/** What the colours and lines of a chart stand for. */
export function ChartKey({ items }: { items: readonly Item[] }) {
  return (
    <ul className="mb-1 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
      {items.map(({ label, sample }) => (
        <li key={label} className="inline-flex items-center gap-1.5">
          {sample}
          {label}
        </li>
      ))}
    </ul>
  );
}

export function LineSample({ color, dash = '' }: { color: string; dash?: string }) {
  return (
    <svg aria-hidden="true" width={24} height={8}>
      <line x2={24} y1={4} y2={4} stroke={color} strokeWidth={2.5} strokeDasharray={dash} />
    </svg>
  );
}

export function AreaSample({ color }: { color: string }) {
  return <span aria-hidden className="size-2.5 rounded-xs" style={{ background: color }} />;
}
