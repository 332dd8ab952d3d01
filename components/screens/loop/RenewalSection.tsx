'use client';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { Segmented } from '#components/ui/Segmented.tsx';
import { HORIZONS } from '#lib/view/loop/loopState.ts';
import { prepareRenewals, renewalTable, rowsWithin } from '#lib/view/loop/prepareRenewals.ts';
import { SectionHead } from '../SectionHead.tsx';
import type { LoopParts } from './loopParts.ts';
import { RenewalRows } from './RenewalRows.tsx';
import { RenewalTable } from './RenewalTable.tsx';

/** What falls due, what became of what fell due, and whom to call. */
export function RenewalSection({ answer, state, format, onChange }: LoopParts) {
  const t = useTranslations('loop.renewals');
  const { meta, data } = answer;
  const rows = rowsWithin(data.renewals, state.due, state.risk);
  return (
    <section aria-labelledby="renewals" className="print-whole">
      <SectionHead
        id="renewals"
        title={t('title')}
        hint={t(data.source === 'events' ? 'derived' : 'hint')}
        name={`${meta.org}-renewals-${data.renewals.day}`}
        table={() => renewalTable(rows)}
      />
      {data.source === 'contracts' && (
        <>
          <RenewalTable
            lines={prepareRenewals(data.renewals)}
            format={format}
            onOpen={(open) => onChange({ open })}
            onRisk={(due) => onChange({ due, risk: true })}
          />
          <div className="mt-6 mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
            <h3 className="font-semibold">{t('listTitle', { days: state.due })}</h3>
            <Segmented
              label={t('when')}
              value={state.due}
              options={HORIZONS.map((value) => ({ value, label: value }))}
              onChange={(due) => onChange({ due })}
            />
            <Button
              size="sm"
              variant={state.risk ? 'primary' : 'secondary'}
              aria-pressed={state.risk}
              onClick={() => onChange({ risk: !state.risk })}
            >
              {t('onlyRisk')}
            </Button>
          </div>
          <RenewalRows
            key={`${state.due}:${state.risk}`}
            rows={rows}
            day={data.renewals.day}
            format={format}
            onOpen={(account) => onChange({ account })}
          />
        </>
      )}
    </section>
  );
}
