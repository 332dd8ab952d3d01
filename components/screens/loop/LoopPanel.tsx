'use client';
import { useTranslations } from 'next-intl';
import { SidePanel } from '#components/ui/SidePanel.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import {
  type LoopSelection,
  loopSelectionParams,
  loopSelectionTitle,
} from '#lib/view/loop/loopSelection.ts';
import { type LoopState, loopFilters } from '#lib/view/loop/loopState.ts';
import { CsvButton } from '../records/CsvButton.tsx';
import { AccountBody } from './AccountBody.tsx';
import { LoopRecords } from './LoopRecords.tsx';

type Props = {
  org: string;
  selection: LoopSelection | null;
  state: LoopState;
  format: Format;
  onChange: (change: Partial<LoopState>) => void;
};

/** The accounts or contracts behind a number, or one account; each has its address. */
export function LoopPanel({ org, selection, state, format, onChange }: Props) {
  const t = useTranslations('loop');
  const { text } = useText();
  const { account } = state;
  const close = () => onChange({ open: null, account: null });
  if (account !== null) {
    return (
      <SidePanel
        open
        onOpenChange={(open) => !open && close()}
        title={account}
        description={t('account.label')}
      >
        <AccountBody
          org={org}
          account={account}
          format={format}
          {...(selection === null ? {} : { onBack: () => onChange({ account: null }) })}
        />
      </SidePanel>
    );
  }
  if (selection === null) return null;
  const params = { ...loopFilters(state), ...loopSelectionParams(selection) };
  const title = text(loopSelectionTitle(selection));
  return (
    <SidePanel
      open
      onOpenChange={(open) => !open && close()}
      title={title}
      description={format.span(selection.from, selection.to)}
      actions={<CsvButton org={org} params={params} name={title} />}
    >
      <LoopRecords
        org={org}
        params={params}
        kind={selection.kind}
        format={format}
        onOpen={(next) => onChange({ account: next })}
      />
    </SidePanel>
  );
}
