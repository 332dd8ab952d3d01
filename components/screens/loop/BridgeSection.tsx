'use client';
import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { BridgeChart } from '#components/charts/loop/BridgeChart.tsx';
import { MovementKey } from '#components/charts/loop/MovementKey.tsx';
import { type ArrPeriod, bridgeTable, prepareBridge } from '#lib/view/loop/prepareBridge.ts';
import { useChartNotes } from '../notes/useChartNotes.tsx';
import { SectionHead } from '../SectionHead.tsx';
import { BridgeTable } from './BridgeTable.tsx';
import { type LoopParts, lastDay } from './loopParts.ts';
import { PeriodPopover } from './PeriodPopover.tsx';

/** The waterfall, its twin, and the accounts behind each step. */
export function BridgeSection({ answer, state, format, onChange }: LoopParts) {
  const t = useTranslations('loop.bridge');
  const figure = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<{ period: ArrPeriod; anchor: Element } | null>(null);
  const { meta, data } = answer;
  const { periods } = data.total;
  const notes = useChartNotes({ org: meta.org, slots: periods, today: lastDay(meta), format });
  const bridge = useMemo(() => prepareBridge(periods), [periods]);
  return (
    <section aria-labelledby="bridge" className="print-whole">
      <SectionHead
        id="bridge"
        title={t('title')}
        hint={
          <>
            {t('hint')}{' '}
            {bridge.cut &&
              state.bridge === 'figure' &&
              t('cut', { from: format.shortMoney(String(bridge.low)) })}
          </>
        }
        show={state.bridge}
        onShow={(bridge) => onChange({ bridge })}
        name={`${meta.org}-arr-${meta.from}-${meta.to}`}
        table={() => bridgeTable(periods)}
        figure={state.bridge === 'figure' ? figure : null}
        notes={notes}
      />
      {state.bridge === 'table' ? (
        <BridgeTable
          periods={periods}
          whole={data.total.whole}
          notes={notes}
          format={format}
          onOpen={(open) => onChange({ open })}
        />
      ) : (
        <div ref={figure}>
          <MovementKey />
          <BridgeChart
            bridge={bridge}
            grain={state.grain}
            flags={notes.flags}
            format={format}
            onPick={(period, anchor) => setAsked({ period, anchor })}
          />
        </div>
      )}
      {notes.legend}
      {asked && (
        <PeriodPopover
          org={meta.org}
          period={asked.period}
          anchor={asked.anchor}
          format={format}
          onClose={() => setAsked(null)}
          onOpen={(open) => {
            setAsked(null);
            onChange({ open });
          }}
        />
      )}
    </section>
  );
}
