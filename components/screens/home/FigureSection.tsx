'use client';
import { useTranslations } from 'next-intl';
import { useMemo, useRef } from 'react';
import { BowtieFigure } from '#components/charts/bowtie/BowtieFigure.tsx';
import type { AskExplain } from '#components/charts/bowtie/types.ts';
import { Segmented } from '#components/ui/Segmented.tsx';
import type { AnswerMeta, LoopAnswer } from '#lib/contract/bowtie.ts';
import { bowtieShape } from '#lib/view/bowtieShape.ts';
import { bowtieTable } from '#lib/view/bowtieTable.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { HomeState } from '#lib/view/homeState.ts';
import { flowsBack } from '#lib/view/moneyView.ts';
import type { BowtieView } from '#lib/view/prepareBowtie.ts';
import { Asked } from './Asked.tsx';
import { BowtieTable } from './BowtieTable.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { LoopStrip } from './LoopStrip.tsx';

type Props = {
  view: BowtieView;
  meta: AnswerMeta;
  loop: LoopAnswer | null;
  show: HomeState['show'];
  right: HomeState['right'];
  format: Format;
  onChange: (change: Partial<HomeState>) => void;
  onExplain: AskExplain;
};

/** The bowtie with its twin, its exports and the explanation of every number in it. */
export function FigureSection(props: Props) {
  const { view, loop, meta, show, right, format, onChange, onExplain } = props;
  const t = useTranslations('home.figure');
  const box = useRef<HTMLDivElement>(null);
  const hasMoney = loop !== null && view.movements.length > 0;
  const shape = useMemo(() => bowtieShape(view), [view]);
  const back = t('back', { amount: format.shortMoney(String(loop ? flowsBack(loop) : 0)) });
  const open = (id: string) => onChange({ open: id, outcome: null, record: null });
  const unconverted = view.stages.reduce((sum, stage) => Math.max(sum, stage.unconverted), 0);
  return (
    <section aria-label={t('label')} className="print-whole">
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-2">
        <Asked meta={meta} format={format} />
        <p>
          {t('through', { when: format.instant(meta.data_through) })}
          {` · ${meta.time_zone} · ${meta.currency}`}
        </p>
        {unconverted > 0 && <p>{t('unconverted', { n: format.count(unconverted) })}</p>}
        <div className="ml-auto flex flex-wrap gap-2 print:hidden">
          {hasMoney && (
            <Segmented
              label={t('right')}
              value={right}
              options={(['counts', 'money'] as const).map((value) => ({ value, label: t(value) }))}
              onChange={(next) => onChange({ right: next })}
            />
          )}
          <Segmented
            label={t('show')}
            value={show}
            options={(['figure', 'table'] as const).map((value) => ({ value, label: t(value) }))}
            onChange={(next) => onChange({ show: next })}
          />
          <ExportMenu
            name={`${meta.org}-bowtie-${meta.from}-${meta.to}`}
            table={() => bowtieTable(view)}
            figure={show === 'figure' ? box : null}
          />
        </div>
      </div>
      <div ref={box}>
        {show === 'table' ? (
          <BowtieTable view={view} format={format} onOpen={open} />
        ) : (
          <BowtieFigure
            view={view}
            shape={shape}
            format={format}
            back={view.rightInMoney ? back : null}
            onOpen={open}
            onExplain={onExplain}
          />
        )}
      </div>
      {loop && view.rightInMoney && (
        <LoopStrip view={view} loop={loop} meta={meta} format={format} onOpen={open} />
      )}
    </section>
  );
}
