import type { ReactNode } from 'react';

/** What a line is called stays in sight while numbers scroll under it. */
export const STICKY = 'sticky left-0 z-1 bg-paper max-w-44 whitespace-normal! sm:max-w-none';

type Props = { title: string; columns: number; children?: ReactNode };

/** The head of a group of lines in a table. */
export function GroupHead({ title, columns, children }: Props) {
  return (
    <tr>
      <th
        scope="rowgroup"
        colSpan={columns + 1}
        className="border-b border-line-strong px-3 pt-5 pb-1.5 text-left"
      >
        <span className="sticky left-3 inline-flex items-center gap-2 font-semibold">
          {title}
          {children}
        </span>
      </th>
    </tr>
  );
}
