'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import { recordsOptions } from '#lib/query/recordsOptions.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { groupName } from '#lib/view/groupName.ts';
import { useErrorText } from '../useErrorText.ts';
import { MoreRows } from './MoreRows.tsx';

type Props = {
  org: string;
  params: Record<string, string>;
  kind: 'movement' | 'renewal';
  format: Format;
  onOpen: (account: string) => void;
};

/** Largest first: what matters in money. */
export function LoopRecords({ org, params, kind, format, onOpen }: Props) {
  const t = useTranslations();
  const { text } = useText();
  const query = useInfiniteQuery(recordsOptions(org, { ...params, sort: '-amount' }));
  const errorText = useErrorText();
  if (query.error) {
    return (
      <div className="p-5">
        <ErrorState message={errorText(query.error)} onRetry={() => query.refetch()} />
      </div>
    );
  }
  if (!query.data) return <Skeleton className="m-5 h-72" />;
  const rows = query.data.pages.flatMap((page) => page.data.rows);
  if (rows.length === 0) return <p className="p-5 text-ink-2">{t('records.none')}</p>;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-4">
      <Table label={t('records.title')}>
        <thead>
          <tr>
            <Th>{t('loop.renewals.account')}</Th>
            {kind === 'renewal' && <Th className="max-sm:hidden">{t('loop.renewals.contract')}</Th>}
            <Th>{t(kind === 'movement' ? 'loop.panel.moved' : 'loop.panel.ended')}</Th>
            {kind === 'renewal' && <Th>{t('loop.renewals.state')}</Th>}
            <Th numeric>{t('loop.renewals.arr')}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const account = row.account_id ?? row.record_id;
            return (
              <tr key={row.record_id}>
                <Th scope="row">
                  <NumberButton
                    aria-label={t('loop.renewals.openAccount', { name: account })}
                    onClick={() => onOpen(account)}
                  >
                    {account}
                  </NumberButton>
                  <span className="block text-xs font-normal text-ink-3">
                    {text(groupName(row.segment))} · {text(groupName(row.product))}
                  </span>
                </Th>
                {kind === 'renewal' && (
                  <Td className="text-ink-2 max-sm:hidden">{row.record_id}</Td>
                )}
                <Td className="whitespace-nowrap">{format.instantDay(row.entered_at)}</Td>
                {kind === 'renewal' && <Td>{t(`loop.renewals.${stateOf(row.outcome)}`)}</Td>}
                <Td numeric>{format.moneyIn(row.amount, row.currency)}</Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      {query.hasNextPage && (
        <MoreRows busy={query.isFetching} onMore={() => query.fetchNextPage()} />
      )}
    </div>
  );
}

function stateOf(outcome: string | null): 'renewed' | 'churned' | 'open' {
  if (outcome === 'advanced') return 'renewed';
  return outcome === 'lost' ? 'churned' : 'open';
}
