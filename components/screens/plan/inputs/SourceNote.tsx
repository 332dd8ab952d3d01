'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cx } from '#components/ui/cx.ts';
import type { Assumption } from '#lib/contract/planMeta.ts';
import type { PlanPart } from '../planPart.ts';

const InputAbout = dynamic(() => import('./InputAbout.tsx').then((one) => one.InputAbout), {
  ssr: false,
});

type Props = {
  part: PlanPart;
  /** What is explained: the name of the input. */
  name: string;
  /** Which text explains it. */
  about: string;
  assumption: Assumption | null;
  isSet: boolean;
};

/** Their n is months of heads, no part of a base. */
const HEAD_MONTHS = new Set(['role_per_month', 'role_cost']);
const MARKED = new Set(['benchmark', 'assumed']);

/** Where an input comes from; it opens what that means, its base, and the records behind it. */
export function SourceNote({ part, name, about, assumption, isSet }: Props) {
  const t = useTranslations();
  const [anchor, setAnchor] = useState<Element | null>(null);
  const { format } = part;
  const marked = !isSet && assumption !== null && MARKED.has(assumption.source);
  const said = isSet
    ? t('plan.inputs.set')
    : assumption === null
      ? t('planInputs.row.stated')
      : measured(assumption);
  function measured({ source, base, n }: Assumption): string {
    if (base === null || n === null) return t(`plan.inputs.source.${source}`);
    const values = {
      source: t(`plan.inputs.source.${source}`),
      n: format.count(n),
      base: format.count(base),
    };
    if (HEAD_MONTHS.has(about))
      return t(`planInputs.row.${about === 'role_cost' ? 'paid' : 'pace'}`, values);
    return n === base ? t('planInputs.row.baseAll', values) : t('plan.inputs.base', values);
  }
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={t('planInputs.row.aboutOne', { name, said })}
        onClick={(event) => setAnchor(event.currentTarget)}
        className={cx(
          'inline-flex min-h-6 items-center text-left text-xs underline underline-offset-2',
          'decoration-line-strong decoration-dotted hover:decoration-ink',
          marked ? 'rounded bg-note-50 px-1 text-note-700' : 'text-ink-3',
        )}
      >
        {said}
      </button>
      {anchor && (
        <InputAbout
          part={part}
          name={name}
          about={about}
          assumption={assumption}
          anchor={anchor}
          onClose={() => setAnchor(null)}
        />
      )}
    </>
  );
}
