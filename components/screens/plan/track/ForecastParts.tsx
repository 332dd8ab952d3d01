'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { projectedOf } from '#lib/view/plan/forecastCauses.ts';
import { pipelineDrill } from '#lib/view/plan/forecastDrill.ts';
import { type ForecastRow, forecastRows, partsSheet } from '#lib/view/plan/forecastRows.ts';
import { stageName } from '#lib/view/text.ts';
import { SectionHead } from '../../SectionHead.tsx';
import { ForecastPartPopover } from './ForecastPartPopover.tsx';
import type { ForecastPart } from './forecastPart.ts';

const EXPLAINED = [
  'inline-flex min-h-6 items-center text-left underline decoration-line-strong',
  'decoration-dotted underline-offset-4 hover:decoration-ink',
].join(' ');

/** What the projection adds up: each part says what it means and opens its records. */
export function ForecastParts(part: ForecastPart) {
  const { facts, forecast, format, tier, onChange } = part;
  const t = useTranslations('track.forecast');
  const { text } = useText();
  const [asked, setAsked] = useState<{ row: ForecastRow; anchor: Element } | null>(null);
  const rows = forecastRows(forecast, tier);
  const nameOf = ({ part: name, stage }: ForecastRow) =>
    t(`part.${name}`, { stage: stage === null ? '' : text(stageName(stage)) });
  const show = (stage: LadderStage) => {
    const asked = { forecast, stages: facts.stages, tier };
    onChange({ ...pipelineDrill(stage, asked), record: null });
  };
  return (
    <section aria-labelledby="plan-parts" className="print-whole">
      <SectionHead
        id="plan-parts"
        title={t('parts.title')}
        hint={t('parts.hint')}
        name={`${facts.slug}-forecast-parts`}
        table={() => partsSheet(forecast)}
      />
      <Table label={t('parts.table')} className="tabular-nums">
        <thead>
          <tr>
            <Th>{t('parts.what')}</Th>
            <Th numeric>{t('parts.count')}</Th>
            <Th numeric className="max-sm:hidden">
              {t('parts.share')}
            </Th>
            <Th numeric>{t('parts.arr')}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <Th scope="row" className="max-sm:whitespace-normal">
                <button
                  type="button"
                  aria-haspopup="dialog"
                  aria-label={t('parts.explain', { part: nameOf(row) })}
                  className={EXPLAINED}
                  onClick={(event) => setAsked({ row, anchor: event.currentTarget })}
                >
                  {nameOf(row)}
                </button>
              </Th>
              <Td numeric>
                <Count row={row} format={format} onShow={show} />
              </Td>
              <Td numeric className="max-sm:hidden">
                {row.share === null ? '·' : format.percent(row.share)}
              </Td>
              <Td numeric>{format.money(row.arr)}</Td>
            </tr>
          ))}
          <tr>
            <Th scope="row" className="font-semibold">
              {t('parts.sum')}
            </Th>
            <Td />
            <Td className="max-sm:hidden" />
            <Td numeric className="font-semibold">
              {format.money(projectedOf(forecast, tier))}
            </Td>
          </tr>
        </tbody>
      </Table>
      {asked && (
        <ForecastPartPopover
          {...asked}
          {...{ forecast, format, name: nameOf(asked.row) }}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

type CountProps = {
  row: ForecastRow;
  format: Format;
  onShow: (stage: LadderStage) => void;
};

/** How many records a part is about; open ones can be looked at. */
function Count({ row, format, onShow }: CountProps) {
  const t = useTranslations('track.forecast');
  const { text } = useText();
  const { part, stage, count } = row;
  if (count === null) return '·';
  const told = format.count(count);
  if (part !== 'pipeline' || stage === null || count === 0) return told;
  return (
    <button
      type="button"
      aria-label={t('parts.records', { count: told, stage: text(stageName(stage)) })}
      className="inline-flex min-h-6 items-center underline hover:text-ink"
      onClick={() => onShow(stage)}
    >
      {told}
    </button>
  );
}
