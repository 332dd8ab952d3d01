'use client';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ArrSteps } from '#components/charts/loop/ArrSteps.tsx';
import { Button } from '#components/ui/Button.tsx';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import type { AccountAnswer } from '#lib/contract/account.ts';
import { accountOptions } from '#lib/query/accountOptions.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { useErrorText } from '../useErrorText.ts';
import { AccountContracts } from './AccountContracts.tsx';
import { AccountMoments } from './AccountMoments.tsx';
import { AccountSteps } from './AccountSteps.tsx';

type Props = { org: string; account: string; format: Format; onBack?: () => void };

/** One customer from its first event on: revenue, contracts, stages. */
export function AccountBody({ org, account, format, onBack }: Props) {
  const t = useTranslations('records');
  const query = useQuery(accountOptions(org, account));
  const errorText = useErrorText();
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">
      {onBack && (
        <Button size="sm" variant="ghost" className="-ml-2 mb-3" onClick={onBack}>
          <ArrowLeft aria-hidden className="size-3.5" />
          {t('back')}
        </Button>
      )}
      {query.error ? (
        <ErrorState message={errorText(query.error)} onRetry={() => query.refetch()} />
      ) : query.data ? (
        <Story account={query.data.data} format={format} />
      ) : (
        <Skeleton className="h-72" />
      )}
    </div>
  );
}

function Story({ account, format }: { account: AccountAnswer['data']; format: Format }) {
  const t = useTranslations('loop.account');
  const { steps, day } = account;
  const now = steps.filter((step) => step.day <= day).at(-1);
  return (
    <div className="grid gap-7">
      {account.name && <p className="text-xl font-semibold tracking-tight">{account.name}</p>}
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <div>
          <dt className="text-xs text-ink-2">{t('now')}</dt>
          <dd className="text-lg font-semibold">{now ? format.money(now.arr) : '—'}</dd>
        </div>
        <div>
          <dt className="text-xs text-ink-2">{t('since')}</dt>
          <dd className="text-lg font-semibold">{steps[0] ? format.day(steps[0].day) : '—'}</dd>
        </div>
      </dl>
      <section>
        <h3 className="mb-2 text-sm font-semibold">{t('steps')}</h3>
        {steps.length === 0 ? (
          <p className="text-ink-2">{t('noSteps')}</p>
        ) : (
          <ArrSteps account={account} format={format} />
        )}
      </section>
      {account.contracts.length > 0 && (
        <AccountContracts contracts={account.contracts} format={format} />
      )}
      <AccountMoments moments={account.moments} format={format} />
      {steps.length > 0 && <AccountSteps steps={steps} format={format} />}
    </div>
  );
}
