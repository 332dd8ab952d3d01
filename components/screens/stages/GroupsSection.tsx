'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Select } from '#components/ui/Select.tsx';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { stagesOptions } from '#lib/query/stagesOptions.ts';
import { groupsTable } from '#lib/view/stages/groupRows.ts';
import { questionParams } from '#lib/view/stages/stagesState.ts';
import { GroupsTable } from './GroupsTable.tsx';
import { StageSection } from './StageSection.tsx';
import type { StagePart } from './stagePart.ts';
import { usePairName } from './usePairName.ts';

const METRICS = ['rate', 'interval', 'matured', 'days'] as const;

/** The conversion by one or two dimensions, to be sorted. */
export function GroupsSection(part: StagePart) {
  const { facts, state, conversion, onChange } = part;
  const t = useTranslations('stages.groups');
  const names = useTranslations('terms.dimension');
  const { ends } = usePairName();
  const { by } = state;
  const and = state.and === by ? null : state.and;
  const params = questionParams(state, facts.calendar, { conversion, by, and });
  const query = useQuery(stagesOptions(facts.slug, 'groups', params));
  const options = DIMENSIONS.map((value) => ({ value, label: names(value) }));
  const others = options.filter(({ value }) => value !== by);
  const dimensions = and === null ? [by] : [by, and];
  return (
    <StageSection
      id="groups"
      title={t('title')}
      metrics={METRICS}
      org={facts.slug}
      hint={t('hint')}
      tools={
        <div className="contents print:hidden">
          <Select
            variant="chip"
            label={t('by')}
            value={by}
            options={options}
            onChange={(next) => onChange({ by: next, and: next === and ? null : and })}
          />
          <Select
            variant="chip"
            label={t('and')}
            value={and ?? 'none'}
            options={[{ value: 'none' as const, label: t('nothing') }, ...others]}
            onChange={(next) => onChange({ and: next === 'none' ? null : next })}
          />
        </div>
      }
      file={{
        name: `${facts.slug}-groups-${conversion.replace('>', '-')}`,
        table: ({ data }) => groupsTable(data.groups, dimensions),
      }}
      query={query}
    >
      {({ data }) => (
        <GroupsTable
          {...part}
          groups={data.groups}
          total={data.total}
          label={t('label', ends(conversion))}
        />
      )}
    </StageSection>
  );
}
