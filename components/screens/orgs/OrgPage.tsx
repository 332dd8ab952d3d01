import type { ReactNode } from 'react';

type Props = { title: string; text: string; onSubmit: () => void; children: ReactNode };

/** The frame of the two organization forms. */
export function OrgPage({ title, text, onSubmit, children }: Props) {
  return (
    <div className="mx-auto w-full max-w-2xl px-4 py-8 sm:px-8">
      <h1 className="text-2xl font-semibold tracking-tight text-balance">{title}</h1>
      <p className="mt-2 text-ink-2">{text}</p>
      <form
        noValidate
        className="mt-7 flex flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
      </form>
    </div>
  );
}
