'use client';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { SidePanel } from '#components/ui/SidePanel.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { BowtieTotal } from '#lib/contract/bowtie.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { Outcome } from '#lib/contract/vocabulary.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { addDays } from '#lib/view/days.ts';
import type { ApiParams } from '#lib/view/homeState.ts';
import { aboutRecords } from '#lib/view/records/aboutRecords.ts';
import { isOfAccounts, rowKindOf } from '#lib/view/records/columns.ts';
import { type Drill, drillParams, isOfBowtie } from '#lib/view/records/drill.ts';
import { selectedCount } from '#lib/view/selection.ts';
import { AccountBody } from '../loop/AccountBody.tsx';
import { CsvButton } from './CsvButton.tsx';
import { OutcomeTabs } from './OutcomeTabs.tsx';
import { RecordList } from './RecordList.tsx';
import { RecordsAbout } from './RecordsAbout.tsx';
import { rowsSearch } from './rowsSearch.ts';
import { Timeline } from './Timeline.tsx';

export type PanelChange = { open?: null; outcome?: Outcome | null; record?: string | null };

type Props = {
  facts: Pick<HomeFacts, 'slug' | 'values'>;
  drill: Drill;
  /** The question of the page. */
  scope: ApiParams;
  outcome: Outcome | null;
  /** The record, or the account, whose story is open. */
  record: string | null;
  /** The answer that has the number; null where none has. */
  total: BowtieTotal | null;
  format: Format;
  onChange: (change: PanelChange) => void;
};

/** The records behind a number; their count is the number. */
export function RecordsPanel(props: Props) {
  const { facts, drill, scope, outcome: asked, record, total, format, onChange } = props;
  const t = useTranslations();
  const { text } = useText();
  const [rows, setRows] = useQueryStates(rowsSearch);
  const { selection } = drill;
  const outcome = selection.kind === 'conversion' ? asked : null;
  const params = drillParams(scope, drill, outcome);
  const clock = params.clock ?? 'cohort';
  const about = aboutRecords(drill, params);
  const kind = rowKindOf(selection, clock === 'snapshot' || params.set === 'stuck');
  const ofAccounts = isOfAccounts(kind);
  const title = text(about.title);
  const known = total !== null && isOfBowtie(drill) ? total : null;
  const file = rows.match === null ? params : { ...params, match: rows.match };
  const back = () => onChange({ record: null });
  return (
    <SidePanel
      open
      onOpenChange={(open) => {
        if (open) return;
        onChange({ open: null, outcome: null, record: null });
        setRows(null);
      }}
      title={record ?? title}
      description={
        record === null
          ? selection.kind === 'paying'
            ? format.day(addDays(params.from ?? '', -1))
            : format.span(params.from ?? '', params.to ?? '')
          : t(ofAccounts ? 'loop.account.label' : 'records.timeline')
      }
      actions={record === null && <CsvButton org={facts.slug} params={file} name={title} />}
    >
      {record === null ? (
        <>
          <RecordsAbout org={facts.slug} about={about} params={params} format={format} />
          {selection.kind === 'conversion' && clock === 'cohort' && known && (
            <OutcomeTabs
              selection={selection}
              total={known}
              outcome={outcome}
              format={format}
              onChange={(next) => onChange({ outcome: next })}
            />
          )}
          <RecordList
            org={facts.slug}
            params={params}
            kind={kind}
            values={facts.values}
            expected={known && selectedCount(known, selection, outcome, clock)}
            format={format}
            onOpen={(row) =>
              onChange({ record: ofAccounts ? (row.account_id ?? row.record_id) : row.record_id })
            }
          />
        </>
      ) : ofAccounts ? (
        <AccountBody org={facts.slug} account={record} format={format} onBack={back} />
      ) : (
        <Timeline org={facts.slug} recordId={record} format={format} onBack={back} />
      )}
    </SidePanel>
  );
}
