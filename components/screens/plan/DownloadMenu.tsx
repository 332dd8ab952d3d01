'use client';
import { Download } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { cx } from '#components/ui/cx.ts';
import { Menu, MenuItem } from '#components/ui/Menu.tsx';
import { saveFile } from '#components/ui/saveFile.ts';
import { Toast } from '#components/ui/Toast.tsx';
import { triggerClass } from '#components/ui/triggerClass.ts';
import { ApiError } from '#lib/query/ApiError.ts';
import { planFile } from '#lib/query/planFile.ts';
import { papersOf } from '#lib/view/plan/papersOf.ts';
import { planBodyOf } from '#lib/view/plan/planBodyOf.ts';
import { useErrorText } from '../useErrorText.ts';
import type { PlanPart } from './planPart.ts';

const SHEETS = ['xlsx', 'csv'] as const;

type Params = { format: 'xlsx' | 'csv' | 'pdf'; paper?: string };

/** The plan to take along: what the files say is what the page says. */
export function DownloadMenu({ facts, input }: PlanPart) {
  const t = useTranslations('plan.download');
  const tPaper = useTranslations('paper.download');
  const locale = useLocale();
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  /** What the printer says of itself is about plans, not about the database or an upload. */
  const printFault = (error: unknown) => {
    if (!(error instanceof ApiError)) return null;
    if (error.reason === 'printers_busy') return tPaper('busy');
    return error.code === 'too_large' ? tPaper('long') : null;
  };
  const silence = useCallback(() => setSaid(null), []);
  const save = async (params: Params) => {
    if (busy) return;
    setFault(null);
    setBusy(true);
    if (params.format === 'pdf') setSaid(tPaper('making'));
    try {
      const file = await planFile(facts.slug, { ...params, locale }, planBodyOf(input));
      const name = `${facts.slug}-plan-${input.start}.${params.format}`;
      saveFile(name, file);
      if (params.format === 'pdf') setSaid(tPaper('done', { name }));
    } catch (error) {
      setSaid(null);
      setFault(printFault(error) ?? errorText(error));
    } finally {
      setBusy(false);
    }
  };
  const trigger = (
    <button type="button" aria-busy={busy} className={triggerClass('chip')}>
      <Download aria-hidden className={cx('size-3.5 text-ink-3', busy && 'animate-pulse')} />
      {t('title')}
    </button>
  );
  return (
    <div className="relative">
      <Menu trigger={trigger}>
        {papersOf(navigatorLanguage()).map((paper) => (
          <MenuItem key={paper} onSelect={() => save({ format: 'pdf', paper })}>
            {tPaper(paper)}
          </MenuItem>
        ))}
        {SHEETS.map((format) => (
          <MenuItem key={format} onSelect={() => save({ format })}>
            {t(format)}
          </MenuItem>
        ))}
      </Menu>
      {fault !== null && (
        <p
          role="alert"
          className="absolute top-full right-0 z-10 mt-1 w-64 rounded-lg border border-warn-200 bg-warn-50 px-3 py-2 text-sm text-warn-700"
        >
          {fault}
        </p>
      )}
      <Toast text={said} onDone={silence} />
    </div>
  );
}

/** The menu is drawn when it is opened: never on the server. */
function navigatorLanguage(): string {
  return typeof navigator === 'undefined' ? '' : navigator.language;
}
