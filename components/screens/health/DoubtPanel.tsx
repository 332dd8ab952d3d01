'use client';
import { useTranslations } from 'next-intl';
import { SidePanel } from '#components/ui/SidePanel.tsx';
import type { DataHealth } from '#lib/contract/dataHealth.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { type Doubt, doubtParams } from '#lib/view/health/healthState.ts';
import { CsvButton } from '../records/CsvButton.tsx';
import { RecordList } from '../records/RecordList.tsx';
import { Timeline } from '../records/Timeline.tsx';

type Props = {
  facts: HomeFacts;
  doubt: Doubt;
  health: DataHealth;
  record: string | null;
  format: Format;
  onChange: (change: { open?: null; record: string | null }) => void;
};

/** The records behind a number of a stage's readiness. */
export function DoubtPanel({ facts, doubt, health, record, format, onChange }: Props) {
  const t = useTranslations();
  const { stage, fault } = doubt;
  const counted = health.stages.find((one) => one.stage === stage);
  const name = fault === null ? t('health.stages.entries') : t(`health.stages.${fault}`);
  const title = t('health.records.title', { stage: t(`terms.stage.${stage}`), fault: name });
  const params = doubtParams(doubt, health);
  return (
    <SidePanel
      open
      onOpenChange={(open) => !open && onChange({ open: null, record: null })}
      title={record ?? title}
      description={record === null ? format.span(health.from, health.to) : t('records.timeline')}
      actions={record === null && <CsvButton org={facts.slug} params={params} name={title} />}
    >
      {record === null ? (
        <>
          <p className="border-b border-line px-5 py-2.5 text-sm text-ink-2">
            {t(`health.means.${fault ?? 'entries'}`)}
          </p>
          <RecordList
            org={facts.slug}
            params={params}
            kind="entries"
            values={facts.values}
            expected={counted?.[fault ?? 'entries'] ?? null}
            format={format}
            onOpen={(row) => onChange({ record: row.record_id })}
          />
        </>
      ) : (
        <Timeline
          org={facts.slug}
          recordId={record}
          format={format}
          onBack={() => onChange({ record: null })}
        />
      )}
    </SidePanel>
  );
}
