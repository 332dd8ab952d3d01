'use client';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Input } from '#components/ui/Input.tsx';
import type { SegmentsAnswer } from '#lib/contract/segments.ts';
import { type NameRow, nameRows, SHOWN } from '#lib/view/orgs/nameRows.ts';
import type { RuleDraft } from '#lib/view/orgs/tidyRule.ts';
import { SegmentInput } from './SegmentInput.tsx';

type Props = {
  written: SegmentsAnswer;
  names: RuleDraft['names'];
  list: string;
  onChange: (names: RuleDraft['names']) => void;
};

/** Every value that came in, with what it counts as. */
export function SegmentNames({ written, names, list, onChange }: Props) {
  const t = useTranslations('orgs.segments');
  const [search, setSearch] = useState('');
  const { rows, more } = nameRows(written.written, names, search);
  const isLong = written.written.length > SHOWN;
  return (
    <div className="mt-3">
      {isLong && (
        <div className="mb-2 sm:w-1/2">
          <Input
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
      )}
      <div className="rounded-xl border border-line bg-surface">
        {rows.length === 0 ? (
          <p className="px-4 py-5 text-sm text-pretty text-ink-2">
            {t(search === '' ? 'none' : 'noMatch')}
          </p>
        ) : (
          <>
            <div
              aria-hidden
              className="grid grid-cols-2 gap-10 border-b border-line px-4 py-2 text-xs text-ink-3"
            >
              <span>{t('written')}</span>
              <span>{t('countsAs')}</span>
            </div>
            <ul className="divide-y divide-line">
              {rows.map((row) => (
                <NameLine
                  key={row.value}
                  row={row}
                  list={list}
                  onChange={(segment) => onChange({ ...names, [row.value]: segment })}
                />
              ))}
            </ul>
          </>
        )}
      </div>
      {(more > 0 || written.more) && (
        <p className="mt-1 text-xs text-ink-3">
          {written.more ? t('tooMany', { n: written.written.length }) : t('more', { n: more })}
        </p>
      )}
    </div>
  );
}

type LineProps = {
  row: NameRow;
  list: string;
  onChange: (segment: string) => void;
};

function NameLine({ row, list, onChange }: LineProps) {
  const { value, segment, came, again } = row;
  const t = useTranslations('orgs.segments');
  return (
    <li className="relative grid grid-cols-2 items-center gap-10 px-4 py-2">
      <span className="min-w-0 text-sm">
        <span className="block font-medium break-words">{value}</span>
        {!came && <span className="block text-xs text-ink-3">{t('notYet')}</span>}
      </span>
      <ArrowRight
        aria-hidden
        className="absolute top-1/2 left-1/2 size-4 -translate-1/2 text-ink-3"
      />
      <div className="min-w-0">
        <SegmentInput
          label={t('ofValue', { value })}
          value={segment}
          list={list}
          onChange={onChange}
          placeholder={t('stays')}
        />
        {again !== null && (
          <p className="mt-1 text-xs break-words text-ink-3">{t('once', { segment, again })}</p>
        )}
      </div>
    </li>
  );
}
