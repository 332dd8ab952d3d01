'use client';
import { useMemo } from 'react';
import { cx } from '#components/ui/cx.ts';
import type { BowtieAnswer, BowtieGroup } from '#lib/contract/bowtie.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { HomeState } from '#lib/view/homeState.ts';
import { prepareBowtie } from '#lib/view/prepareBowtie.ts';
import { prepareVerdict } from '#lib/view/prepareVerdict.ts';
import { weakest } from '#lib/view/weakest.ts';
import { FigureSection } from './FigureSection.tsx';
import { Headline } from './Headline.tsx';
import { NothingHere } from './NothingHere.tsx';
import { SegmentCards } from './SegmentCards.tsx';
import { TrendSection } from './TrendSection.tsx';

type Props = {
  answer: BowtieAnswer;
  facts: HomeFacts;
  state: HomeState;
  format: Format;
  /** The answer of the question before, while the next is on its way: dimmed, never blanked. */
  stale: boolean;
  onChange: (change: Partial<HomeState>) => void;
};

export function HomeBody({ answer, facts, state, format, stale, onChange }: Props) {
  const { data, meta } = answer;
  const { clock } = meta;
  const view = useMemo(
    () => prepareBowtie(data.total, data.compare?.total ?? null, clock),
    [data, clock],
  );
  const parts = useMemo(
    () =>
      data.groups.map((group) => ({
        group: segmentOf(group),
        view: prepareBowtie(
          group,
          data.compare?.groups.find((each) => segmentOf(each) === segmentOf(group)) ?? null,
          clock,
        ),
      })),
    [data, clock],
  );
  const verdict = prepareVerdict(view, weakest(view, parts), data.compare, format);
  return (
    <div aria-busy={stale} className={cx('grid gap-7 transition-opacity', stale && 'opacity-55')}>
      <Headline view={view} verdict={verdict} format={format} />
      {view.isEmpty ? (
        <NothingHere meta={meta} calendar={facts.calendar} format={format} onChange={onChange} />
      ) : (
        <FigureSection
          view={view}
          meta={meta}
          show={state.show}
          format={format}
          onChange={onChange}
        />
      )}
      <SegmentCards
        parts={parts}
        format={format}
        onFilter={(segment) => onChange({ segment: [segment] })}
      />
      {clock !== 'snapshot' && !view.isEmpty && (
        <TrendSection
          org={facts.slug}
          view={view}
          state={state}
          calendar={facts.calendar}
          format={format}
          onChange={onChange}
        />
      )}
    </div>
  );
}

function segmentOf(group: BowtieGroup): string {
  return group.key.segment ?? 'unknown';
}
