'use client';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { cx } from '#components/ui/cx.ts';
import type { BowtieAnswer, BowtieGroup, BowtieTotal } from '#lib/contract/bowtie.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { HomeState } from '#lib/view/homeState.ts';
import { moneyView } from '#lib/view/moneyView.ts';
import { prepareBowtie, type StageView } from '#lib/view/prepareBowtie.ts';
import { prepareVerdict } from '#lib/view/prepareVerdict.ts';
import { weakest } from '#lib/view/weakest.ts';
import { ForecastLine } from '../track/ForecastLine.tsx';
import { TrackChips } from '../track/TrackChips.tsx';
import type { Asked } from './ExplainPopover.tsx';
import { FigureSection } from './FigureSection.tsx';
import { Headline } from './Headline.tsx';
import { HomeTrend } from './HomeTrend.tsx';
import { NothingHere } from './NothingHere.tsx';
import { SegmentCards } from './SegmentCards.tsx';

const ExplainPopover = dynamic(
  () => import('./ExplainPopover.tsx').then((module) => module.ExplainPopover),
  { ssr: false },
);

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
  const { view, parts } = useViews(answer, state.right);
  const [asked, setAsked] = useState<Asked | null>(null);
  const verdict = prepareVerdict(view, weakest(view, parts), data.compare, format);
  const explainVerdict = (anchor: Element) => {
    const id = verdict.leak?.handOff.id ?? view.stages.find(isGoal)?.stage ?? '';
    setAsked({ id, anchor, group: verdict.leak?.group ?? null });
  };
  const open = (id: string, group: string | null) => {
    const filter = group === null ? {} : { segment: [group] };
    onChange({ open: id, outcome: null, record: null, ...filter });
  };
  return (
    <div
      aria-busy={stale}
      className={cx('grid grid-cols-1 gap-7 transition-opacity', stale && 'opacity-55')}
    >
      <div>
        <Headline view={view} verdict={verdict} format={format} onExplain={explainVerdict} />
        <TrackChips org={facts.slug} filters={state} format={format} />
        <ForecastLine org={facts.slug} format={format} />
      </div>
      {view.isEmpty ? (
        <NothingHere meta={meta} calendar={facts.calendar} format={format} onChange={onChange} />
      ) : (
        <FigureSection
          view={view}
          meta={meta}
          loop={data.total.loop}
          show={state.show}
          right={state.right}
          format={format}
          onChange={onChange}
          onExplain={(id, anchor) => setAsked({ id, anchor, group: null })}
        />
      )}
      <SegmentCards
        parts={parts}
        format={format}
        onOpen={open}
        onFilter={(segment) => onChange({ segment: [segment] })}
        onExplain={setAsked}
      />
      {meta.clock !== 'snapshot' && !view.isEmpty && (
        <HomeTrend
          facts={facts}
          view={view}
          hasRevenue={data.total.loop !== null}
          state={state}
          format={format}
          onChange={onChange}
        />
      )}
      {asked && (
        <ExplainPopover
          asked={asked}
          view={parts.find(({ group }) => group === asked.group)?.view ?? view}
          meta={meta}
          format={format}
          onClose={() => setAsked(null)}
          onOpen={(id) => open(id, asked.group)}
        />
      )}
    </div>
  );
}

/** The figure of the whole and the figure of each segment, prepared once per answer. */
function useViews({ data, meta }: BowtieAnswer, right: HomeState['right']) {
  const { clock } = meta;
  return useMemo(() => {
    const { total, groups, compare } = data;
    const before = (group: BowtieGroup) =>
      compare?.groups.find((each) => segmentOf(each) === segmentOf(group)) ?? null;
    const viewOf = (own: BowtieTotal, then: BowtieTotal | null) => {
      const counts = prepareBowtie(own, then, clock);
      const inMoney = right === 'money' && own.loop !== null && counts.movements.length > 0;
      return inMoney && own.loop !== null ? moneyView(counts, own.loop) : counts;
    };
    return {
      view: viewOf(total, compare?.total ?? null),
      parts: groups.map((group) => ({
        group: segmentOf(group),
        view: viewOf(group, before(group)),
        loop: group.loop,
      })),
    };
  }, [data, clock, right]);
}

function isGoal({ side }: StageView): boolean {
  return side === 'knot';
}

function segmentOf(group: BowtieGroup): string {
  return group.key.segment ?? 'unknown';
}
