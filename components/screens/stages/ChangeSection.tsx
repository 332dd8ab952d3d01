'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Select } from '#components/ui/Select.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { ChangeAnswer } from '#lib/contract/stages.ts';
import { stagesOptions } from '#lib/query/stagesOptions.ts';
import { changeTable } from '#lib/view/stages/sectionTables.ts';
import { questionParams } from '#lib/view/stages/stagesState.ts';
import { ChangeTable } from './ChangeTable.tsx';
import { ProductTable } from './ProductTable.tsx';
import { StageSection } from './StageSection.tsx';
import type { StagePart } from './stagePart.ts';

const METRICS = ['mix', 'rate', 'product'] as const;

/** The change between two periods: mix and rate, and what moved the won amount. */
export function ChangeSection(part: StagePart) {
  const { facts, state, conversion, format, onChange } = part;
  const t = useTranslations('stages.change');
  const { rich } = useText();
  const compare = state.compare === 'year' ? 'year' : 'previous';
  const asked = { conversion, by: state.by, compare };
  const params = questionParams(state, facts.calendar, asked);
  const query = useQuery(stagesOptions(facts.slug, 'change', params));
  const sentence = ({ rate, compare: span }: ChangeAnswer['data']) =>
    rate === null
      ? t('none')
      : rich({
          key: 'stages.change.says',
          values: {
            before: format.percent(rate.before),
            after: format.percent(rate.after),
            span: format.span(span.from, span.to),
            change: format.points(rate.change),
            mix: format.points(rate.mix),
            rate: format.points(rate.rate),
          },
        });
  return (
    <StageSection
      id="change"
      title={t('title')}
      metrics={METRICS}
      org={facts.slug}
      hint={t('hint')}
      tools={
        <div className="contents print:hidden">
          <Select
            variant="chip"
            label={t('compare')}
            value={compare}
            options={(['previous', 'year'] as const).map((value) => ({ value, label: t(value) }))}
            onChange={(next) => onChange({ compare: next })}
          />
        </div>
      }
      file={{
        name: `${facts.slug}-change-${conversion.replace('>', '-')}`,
        table: ({ data }) => changeTable(data),
      }}
      query={query}
    >
      {({ data }) => (
        <div className="grid grid-cols-1 gap-3">
          <p>{sentence(data)}</p>
          {data.rate !== null && data.open.after > data.open.before && (
            <p className="text-sm text-ink-2">
              {t('young', {
                now: format.count(data.open.after),
                before: format.count(data.open.before),
              })}
            </p>
          )}
          {data.rate !== null && <ChangeTable {...part} data={data} />}
          {data.product !== null && (
            <ProductTable {...part} product={data.product} then={data.compare} />
          )}
        </div>
      )}
    </StageSection>
  );
}
