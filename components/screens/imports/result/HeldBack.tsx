'use client';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { HeldAnswer } from '#lib/contract/heldRows.ts';
import type { ImportAnswer } from '#lib/contract/ingest.ts';
import { heldRowsOptions } from '#lib/query/importOptions.ts';
import { heldDetail } from '#lib/view/imports/heldDetail.ts';
import { useErrorText } from '../../useErrorText.ts';
import { DownloadRejects } from './DownloadRejects.tsx';

type Props = { org: string; answer: ImportAnswer };

/** The rows that were not taken: why, how to mend it, and the first of them. */
export function HeldBack({ org, answer }: Props) {
  const t = useTranslations('imports.result');
  const errorText = useErrorText();
  const held = useQuery(heldRowsOptions(org, answer.id, answer.quarantined));
  return (
    <section aria-labelledby="held">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1">
          <h2 id="held" className="text-lg font-semibold">
            {t('held')}
          </h2>
          <p className="max-w-3xl text-ink-2">{t('heldText')}</p>
        </div>
        <DownloadRejects org={org} answer={answer} />
      </div>
      {held.error && <ErrorState message={errorText(held.error)} />}
      {!held.data && !held.error && <Skeleton className="mt-4 h-24 w-full" />}
      <div className="mt-4 flex flex-col gap-3">
        {held.data?.codes.map((one, at) => (
          <HeldCode key={one.code} one={one} open={at === 0} />
        ))}
      </div>
    </section>
  );
}

function HeldCode({ one, open }: { one: HeldAnswer['codes'][number]; open: boolean }) {
  const t = useTranslations('imports');
  const locale = useLocale();
  const detailed = one.rows.some((row) => heldDetail(one.code, row.message) !== null);
  return (
    <details open={open} className="overflow-hidden rounded-lg border border-line bg-surface">
      <summary className="cursor-pointer px-4 py-3">
        <span className="font-medium">{t(`code.${one.code}`)}</span>
        <span className="ml-2 font-semibold">
          {new Intl.NumberFormat(locale).format(one.count)}
        </span>
        <span className="mt-0.5 block text-sm text-ink-2">{t(`mend.${one.code}`)}</span>
      </summary>
      <p className="border-t border-line px-4 pt-3 pb-1 text-xs text-ink-3">
        {t('result.firstRows', { count: one.count })}
      </p>
      <Table label={t(`code.${one.code}`)}>
        <thead>
          <tr>
            <Th numeric>{t('result.line')}</Th>
            {detailed && <Th>{t('result.reason')}</Th>}
            <Th>{t('result.row')}</Th>
          </tr>
        </thead>
        <tbody className="[&_tr:last-child_td]:border-0">
          {one.rows.map((row) => (
            <tr key={row.line}>
              <Td numeric>{row.line}</Td>
              {detailed && (
                <Td className="min-w-44 break-words">{heldDetail(one.code, row.message)}</Td>
              )}
              <Td className="max-w-xl truncate text-ink-2">
                {row.cells.map((cell) => cell || '–').join(' · ')}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
