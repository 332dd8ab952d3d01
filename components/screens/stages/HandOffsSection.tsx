'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Segmented } from '#components/ui/Segmented.tsx';
import { stagesOptions } from '#lib/query/stagesOptions.ts';
import { handOffTable } from '#lib/view/stages/sectionTables.ts';
import { questionParams } from '#lib/view/stages/stagesState.ts';
import { GiversTable } from './GiversTable.tsx';
import { PairsTable } from './PairsTable.tsx';
import { StageSection } from './StageSection.tsx';
import type { StagePart } from './stagePart.ts';
import { usePairName } from './usePairName.ts';

const METRICS = ['handOff', 'days'] as const;

/** Who hands to whom, how much of it is accepted, and how long that takes. */
export function HandOffsSection(part: StagePart) {
  const { facts, state, conversion, onChange } = part;
  const t = useTranslations('stages.handOffs');
  const { ends } = usePairName();
  const { level } = state;
  const params = questionParams(state, facts.calendar, { conversion, level });
  const query = useQuery(stagesOptions(facts.slug, 'hand-offs', params));
  return (
    <StageSection
      id="hand-offs"
      title={t('title')}
      metrics={METRICS}
      org={facts.slug}
      hint={t('hint', ends(conversion))}
      tools={
        <div className="contents print:hidden">
          <Segmented
            label={t('level')}
            value={level}
            options={(['role', 'owner'] as const).map((value) => ({ value, label: t(value) }))}
            onChange={(next) => onChange({ level: next })}
          />
        </div>
      }
      file={{
        name: `${facts.slug}-hand-offs-${conversion.replace('>', '-')}`,
        table: ({ data }) => handOffTable(data),
      }}
      query={query}
    >
      {({ data }) => (
        <div className="grid grid-cols-1 gap-4 xl:grid-cols-[3fr_2fr]">
          <div className="min-w-0">
            <h3 className="font-semibold">{t('givers')}</h3>
            <GiversTable {...part} givers={data.from} />
          </div>
          <div className="min-w-0">
            <h3 className="font-semibold">{t('pairs')}</h3>
            <PairsTable {...part} pairs={data.pairs} />
          </div>
          {level === 'role' && data.from.every(({ role }) => role === 'unknown') && (
            <p className="text-sm text-ink-2">{t('noPeople')}</p>
          )}
        </div>
      )}
    </StageSection>
  );
}
