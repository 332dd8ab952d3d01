'use client';
import { CircleAlert, Plus, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { cx } from '#components/ui/cx.ts';
import { IconButton } from '#components/ui/IconButton.tsx';
import type { ColumnAnswer } from '#lib/contract/uploads.ts';
import { fitOf } from '#lib/view/imports/fitOf.ts';
import { assign, type Target, targetsOf } from '#lib/view/imports/targets.ts';
import { PartedValues } from '../PartedValues.tsx';
import { TargetSelect } from './TargetSelect.tsx';
import type { DraftDesk } from './useImportDraft.ts';

type Props = { column: ColumnAnswer; desk: DraftDesk };

export function ColumnRow({ column, desk }: Props) {
  const t = useTranslations('imports.columns');
  const { mapping, setMapping, draft } = desk;
  const targets = targetsOf(mapping, draft.kind, column.name);
  const [adding, setAdding] = useState(false);
  const move = (from: Target | null, to: Target | null) => {
    const freed = from ? assign(mapping, from, null) : mapping;
    setMapping(to ? assign(freed, to, column.name) : freed);
    setAdding(false);
  };
  const open: (Target | null)[] = targets.length === 0 || adding ? [...targets, null] : targets;
  return (
    <li className="grid gap-x-4 gap-y-2 px-4 py-3 md:grid-cols-[minmax(8rem,1fr)_minmax(8rem,1.2fr)_minmax(15rem,1.1fr)]">
      <p className={cx('font-medium break-words', targets.length === 0 && 'text-ink-2')}>
        {column.name}
      </p>
      <Samples column={column} />
      <div className="flex flex-col gap-2">
        {open.map((target, at) => (
          <div key={target ?? 'none'} className="flex flex-col gap-1">
            <div className="flex items-center gap-1">
              <TargetSelect
                label={t(at === 0 ? 'choose' : 'extra', { column: column.name })}
                desk={desk}
                value={target}
                onChange={(next) => move(target, next)}
              />
              <Side
                at={at}
                target={target}
                canAdd={!adding && at === targets.length - 1}
                onAdd={() => setAdding(true)}
                onRemove={() => (target ? move(target, null) : setAdding(false))}
              />
            </div>
            {target && <FitNote target={target} column={column} />}
          </div>
        ))}
      </div>
    </li>
  );
}

type SideProps = {
  at: number;
  target: Target | null;
  canAdd: boolean;
  onAdd: () => void;
  onRemove: () => void;
};

function Side({ at, target, canAdd, onAdd, onRemove }: SideProps) {
  const t = useTranslations('imports.columns');
  if (at > 0) {
    return (
      <IconButton label={t('remove')} onClick={onRemove}>
        <X aria-hidden className="size-4" />
      </IconButton>
    );
  }
  if (!target || !canAdd) return <span className="w-8 shrink-0" />;
  return (
    <IconButton label={t('also')} onClick={onAdd}>
      <Plus aria-hidden className="size-4" />
    </IconButton>
  );
}

function Samples({ column }: { column: ColumnAnswer }) {
  const t = useTranslations('imports.columns');
  const locale = useLocale();
  const share = new Intl.NumberFormat(locale, { style: 'percent' }).format(column.empty_share);
  const notes = column.empty_share > 0.005 ? t('emptyShare', { share }) : null;
  return (
    <div className="min-w-0 text-sm text-ink-2">
      <p className="line-clamp-2 break-words">
        {column.samples.length === 0 ? t('empty') : <PartedValues values={column.samples} />}
      </p>
      {notes && column.samples.length > 0 && <p className="text-xs text-ink-3">{notes}</p>}
    </div>
  );
}

function FitNote({ target, column }: { target: Target; column: ColumnAnswer }) {
  const t = useTranslations('imports.fit');
  const fit = fitOf(target, column);
  if (fit === 'good') return null;
  return (
    <p className="flex items-center gap-1.5 text-xs text-note-700">
      <CircleAlert aria-hidden className="size-3.5 shrink-0" />
      {t(fit)}
    </p>
  );
}
