'use client';
import { useTranslations } from 'next-intl';
import { SidePanel } from '#components/ui/SidePanel.tsx';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { type LoopSelection, loopDrill } from '#lib/view/loop/loopSelection.ts';
import { type LoopState, loopFilters } from '#lib/view/loop/loopState.ts';
import { RecordsPanel } from '../records/RecordsPanel.tsx';
import { AccountBody } from './AccountBody.tsx';

type Props = {
  facts: HomeFacts;
  selection: LoopSelection | null;
  state: LoopState;
  format: Format;
  onChange: (change: Partial<LoopState>) => void;
};

/** The accounts or contracts behind a number, or one account; each has its address. */
export function LoopPanel({ facts, selection, state, format, onChange }: Props) {
  const t = useTranslations('loop');
  const { account } = state;
  if (selection !== null) {
    return (
      <RecordsPanel
        facts={facts}
        drill={loopDrill(selection)}
        scope={loopFilters(state)}
        outcome={null}
        record={account}
        total={null}
        format={format}
        onChange={({ open, record }) =>
          onChange({ ...(open === null ? { open } : {}), account: record ?? null })
        }
      />
    );
  }
  if (account === null) return null;
  return (
    <SidePanel
      open
      onOpenChange={(open) => !open && onChange({ account: null })}
      title={account}
      description={t('account.label')}
    >
      <AccountBody org={facts.slug} account={account} format={format} />
    </SidePanel>
  );
}
