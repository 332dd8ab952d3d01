'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Segmented } from '#components/ui/Segmented.tsx';
import { stagesOptions } from '#lib/query/stagesOptions.ts';
import { bottleneckTable, rankBottlenecks, worstBreak } from '#lib/view/stages/rankBottlenecks.ts';
import { questionParams, TARGETS } from '#lib/view/stages/stagesState.ts';
import { BenchmarksDialog } from './BenchmarksDialog.tsx';
import { BottlenecksTable } from './BottlenecksTable.tsx';
import { BreakStory } from './BreakStory.tsx';
import { StageSection } from './StageSection.tsx';
import type { StagePart } from './stagePart.ts';

const METRICS = ['gap', 'rate', 'break'] as const;

/** Which gap costs most, and which hand-off broke when. */
export function BottlenecksSection(part: StagePart) {
  const { facts, state, onChange } = part;
  const t = useTranslations('stages.bottlenecks');
  const [editing, setEditing] = useState(false);
  const params = questionParams(state, facts.calendar, { by: 'segment' });
  const query = useQuery(stagesOptions(facts.slug, 'bottlenecks', params));
  const { against } = state;
  return (
    <>
      <StageSection
        long
        id="bottlenecks"
        title={t('title')}
        metrics={METRICS}
        org={facts.slug}
        hint={t('hint')}
        tools={
          <div className="flex flex-wrap gap-2 print:hidden">
            <Segmented
              label={t('against')}
              value={against}
              options={TARGETS.map((value) => ({ value, label: t(value) }))}
              onChange={(next) => onChange({ against: next })}
            />
            <Button size="sm" className="h-8" onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
          </div>
        }
        file={{
          name: `${facts.slug}-bottlenecks`,
          table: ({ data }) => bottleneckTable(rankBottlenecks(data.rows, against), against),
        }}
        query={query}
      >
        {({ data }) => (
          <div className="grid grid-cols-1 gap-4">
            <BreakStory {...part} row={worstBreak(data.rows)} />
            <BottlenecksTable {...part} rows={rankBottlenecks(data.rows, against)} />
          </div>
        )}
      </StageSection>
      {editing && (
        <BenchmarksDialog
          org={facts.slug}
          today={facts.calendar.today}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
}
