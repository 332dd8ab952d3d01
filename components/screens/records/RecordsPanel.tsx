'use client';
import { useTranslations } from 'next-intl';
import { SidePanel } from '#components/ui/SidePanel.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { BowtieTotal } from '#lib/contract/bowtie.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { type HomeState, scopeParams, spanOf } from '#lib/view/homeState.ts';
import type { Calendar } from '#lib/view/periods.ts';
import { type Selection, selectedCount, selectionParams } from '#lib/view/selection.ts';
import { stageName } from '#lib/view/text.ts';
import { CsvButton } from './CsvButton.tsx';
import { OutcomeTabs } from './OutcomeTabs.tsx';
import { RecordList } from './RecordList.tsx';
import { Timeline } from './Timeline.tsx';

type Props = {
  org: string;
  selection: Selection;
  state: HomeState;
  calendar: Calendar;
  total: BowtieTotal | null;
  format: Format;
  onChange: (change: Partial<HomeState>) => void;
};

/** The records behind a number; their count is the number. */
export function RecordsPanel(props: Props) {
  const { org, selection, state, calendar, total, format, onChange } = props;
  const t = useTranslations();
  const { text } = useText();
  const outcome = selection.kind === 'conversion' ? state.outcome : null;
  const params = { ...scopeParams(state, calendar), ...selectionParams(selection, outcome) };
  const count = total && selectedCount(total, selection, outcome, state.clock);
  const { from, to } = spanOf(state, calendar);
  const title =
    selection.kind === 'stage'
      ? text(stageName(selection.stage))
      : t('home.pair', {
          from: text(stageName(selection.from)),
          to: text(stageName(selection.to)),
        });
  return (
    <SidePanel
      open
      onOpenChange={(open) => !open && onChange({ open: null, outcome: null, record: null })}
      title={state.record === null ? title : state.record}
      description={
        state.record === null ? (
          <>
            {count !== null && <>{t('records.count', { n: count })} · </>}
            {format.span(from, to)}
          </>
        ) : (
          t('records.timeline')
        )
      }
      actions={state.record === null && <CsvButton org={org} params={params} name={title} />}
    >
      {state.record === null ? (
        <>
          {selection.kind === 'conversion' && state.clock === 'cohort' && total && (
            <OutcomeTabs
              selection={selection}
              total={total}
              outcome={outcome}
              format={format}
              onChange={(next) => onChange({ outcome: next })}
            />
          )}
          <RecordList
            org={org}
            params={params}
            count={count}
            format={format}
            onOpen={(record) => onChange({ record })}
          />
        </>
      ) : (
        <Timeline
          org={org}
          recordId={state.record}
          format={format}
          onBack={() => onChange({ record: null })}
        />
      )}
    </SidePanel>
  );
}
