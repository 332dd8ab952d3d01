'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Segmented } from '#components/ui/Segmented.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import { openMovement } from '#lib/view/loop/loopSelection.ts';
import { MEASURES } from '#lib/view/loop/loopState.ts';
import { type HeatCell, heatmapTable, prepareHeatmap } from '#lib/view/loop/prepareHeatmap.ts';
import { SectionHead } from '../SectionHead.tsx';
import type { LoopParts } from './loopParts.ts';

/** What is left of each start cohort: a table first, and colour on top of it. */
export function HeatmapSection({ answer, state, format, onChange }: LoopParts) {
  const t = useTranslations('loop.heat');
  const { meta, data } = answer;
  const { grain } = state;
  const rows = prepareHeatmap(data.cohorts, state.measure);
  const ages = Array.from({ length: Math.max(0, ...rows.map(({ cells }) => cells.length)) });
  return (
    <section aria-labelledby="heat" className="print-whole">
      <SectionHead
        id="heat"
        title={t('title')}
        hint={t('hint', { grain })}
        name={`${meta.org}-cohorts-${meta.to}`}
        table={() => heatmapTable(data.cohorts)}
      >
        <Segmented
          label={t('measure')}
          value={state.measure}
          options={MEASURES.map((value) => ({ value, label: t(value) }))}
          onChange={(measure) => onChange({ measure })}
        />
      </SectionHead>
      {rows.length === 0 ? (
        <p className="text-ink-2">{t('empty')}</p>
      ) : (
        <Table label={t('label')} className="tabular-nums">
          <thead>
            <tr>
              <Th rowSpan={2} className="align-bottom">
                {t('cohort')}
              </Th>
              <Th rowSpan={2} numeric className="align-bottom">
                {t('n')}
              </Th>
              <Th rowSpan={2} numeric className="align-bottom max-sm:hidden">
                {t('startArr')}
              </Th>
              <Th colSpan={ages.length} className="border-b-0 pb-0">
                {t('after', { grain })}
              </Th>
            </tr>
            <tr>
              {ages.map((_, age) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an age is its place
                <Th key={age} numeric className="px-2">
                  {age}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cohort, cells }) => {
              const name =
                grain === 'month'
                  ? format.month(cohort.from)
                  : format.months(cohort.from, cohort.to);
              return (
                <tr key={cohort.from}>
                  <Th scope="row">
                    <NumberButton
                      aria-label={t('open', { cohort: name })}
                      onClick={() => onChange({ open: openMovement('new', cohort) })}
                    >
                      {name}
                    </NumberButton>
                  </Th>
                  <Td numeric>{format.count(cohort.customers)}</Td>
                  <Td numeric className="max-sm:hidden">
                    {format.shortMoney(cohort.start_arr)}
                  </Td>
                  {cells.map((cell) => (
                    <Heat
                      key={cell.age}
                      cell={cell}
                      title={t('cell', {
                        arr: format.money(cell.arr),
                        start: format.money(cohort.start_arr),
                        n: format.count(cell.customers),
                        m: format.count(cohort.customers),
                      })}
                      few={t('few', { n: cohort.customers })}
                      format={format}
                    />
                  ))}
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
    </section>
  );
}

type HeatProps = { cell: HeatCell; title: string; few: string; format: Format };

/** At most so much colour that the number on it stays easy to read. */
const FULL = 62;

function Heat({ cell: { rate, level }, title, few, format }: HeatProps) {
  const share = Math.round(4 + level * (FULL - 4));
  return (
    <Td
      numeric
      title={title}
      className="border-b-surface border-l-2 border-l-surface px-2"
      style={
        rate === null
          ? {}
          : { background: `color-mix(in srgb, var(--loop-400) ${share}%, var(--surface))` }
      }
    >
      {rate === null ? (
        <span className="text-xs text-ink-3">{few}</span>
      ) : (
        format.wholePercent(Math.round(rate * 100) / 100)
      )}
    </Td>
  );
}
