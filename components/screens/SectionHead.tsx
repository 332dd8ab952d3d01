'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode, RefObject } from 'react';
import { Segmented } from '#components/ui/Segmented.tsx';
import type { Cell } from '#lib/view/toCsv.ts';
import { ExportMenu } from './home/ExportMenu.tsx';
import type { ChartNotes } from './notes/useChartNotes.tsx';

type Form = 'figure' | 'table';

type Props = {
  id: string;
  title: string;
  hint: ReactNode;
  /** Controls beside the title. */
  children?: ReactNode;
  show?: Form;
  onShow?: (show: Form) => void;
  name: string;
  /** Absent until there is an answer. */
  table?: (() => Cell[][]) | undefined;
  figure?: RefObject<HTMLDivElement | null> | null;
  /** Where the figure has time for its axis. */
  notes?: ChartNotes | undefined;
};

/** Title, what it means, figure or table, and the same numbers as a file. */
export function SectionHead(props: Props) {
  const { id, title, hint, children, show, onShow, name, table, figure = null, notes } = props;
  const t = useTranslations('home.figure');
  const file = (made: Cell[][]) => (notes ? notes.file(made) : made);
  return (
    <>
      <div className="mb-1 flex flex-wrap items-center gap-2">
        <h2 id={id} className="mr-2 text-lg font-semibold tracking-tight">
          {title}
        </h2>
        {children}
        <div className="ml-auto flex gap-2 print:hidden">
          {notes?.tool}
          {show && onShow && (
            <Segmented
              label={`${title}: ${t('show')}`}
              value={show}
              options={(['figure', 'table'] as const).map((value) => ({ value, label: t(value) }))}
              onChange={onShow}
            />
          )}
          {table && (
            <ExportMenu
              name={name}
              table={() => file(table())}
              figure={figure}
              words={notes?.words ?? []}
            />
          )}
        </div>
      </div>
      <p className="mb-3 max-w-[62rem] text-sm text-pretty text-ink-2">{hint}</p>
    </>
  );
}
