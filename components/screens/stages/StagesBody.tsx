'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import type { BowtieAnswer } from '#lib/contract/bowtie.ts';
import { chosenTrend } from '#lib/view/chosenTrend.ts';
import { prepareBowtie } from '#lib/view/prepareBowtie.ts';
import { Asked } from '../home/Asked.tsx';
import { NothingHere } from '../home/NothingHere.tsx';
import { TrendSection } from '../home/TrendSection.tsx';
import { useTrack } from '../track/useTrack.ts';
import { AgesSection } from './AgesSection.tsx';
import { BottlenecksSection } from './BottlenecksSection.tsx';
import { ChangeSection } from './ChangeSection.tsx';
import { ConversionStrip } from './ConversionStrip.tsx';
import { GroupsSection } from './GroupsSection.tsx';
import { HandOffsSection } from './HandOffsSection.tsx';
import { StaySection } from './StaySection.tsx';
import type { StagePart } from './stagePart.ts';
import { usePairName } from './usePairName.ts';

const ExplainPopover = dynamic(
  () => import('../home/ExplainPopover.tsx').then((module) => module.ExplainPopover),
  { ssr: false },
);

type Props = Omit<StagePart, 'conversion'> & { answer: BowtieAnswer; stale: boolean };

/** Where a gap costs most, then one conversion taken apart. */
export function StagesBody({ answer, stale, ...page }: Props) {
  const { facts, state, format, onChange, onDrill } = page;
  const t = useTranslations('stages');
  const { pair } = usePairName();
  const [asked, setAsked] = useState<Element | null>(null);
  const told = useTrack({ org: facts.slug, filters: state, format });
  const { data, meta } = answer;
  const view = useMemo(() => prepareBowtie(data.total, null, 'cohort'), [data]);
  const chosen = chosenTrend(view, state.trend);
  if (chosen === null || view.isEmpty) {
    const { calendar } = facts;
    return <NothingHere meta={meta} calendar={calendar} format={format} onChange={onChange} />;
  }
  const { id } = chosen;
  const part = { ...page, conversion: id };
  const open = () => onDrill(id);
  return (
    <div
      aria-busy={stale}
      className={cx('grid grid-cols-1 gap-9 transition-opacity', stale && 'opacity-55')}
    >
      <Asked meta={meta} format={format} />
      <BottlenecksSection {...part} />
      <div className="grid grid-cols-1 gap-3">
        <ConversionStrip
          handOffs={view.handOffs}
          told={told?.reach.wider ? null : told}
          org={facts.slug}
          chosen={id}
          format={format}
          onChoose={(trend) => onChange({ trend })}
        />
        <div className="flex flex-wrap items-center gap-2 print:hidden">
          <span className="font-semibold">{pair(id)}</span>
          <Button size="sm" onClick={(event) => setAsked(event.currentTarget)}>
            {t('explain')}
          </Button>
          <Button size="sm" onClick={open}>
            {t('records')}
          </Button>
        </div>
      </div>
      <TrendSection
        org={facts.slug}
        view={view}
        state={state}
        calendar={facts.calendar}
        format={format}
        onChange={onChange}
      />
      <AgesSection {...part} />
      <StaySection {...part} />
      <GroupsSection {...part} />
      <HandOffsSection {...part} />
      <ChangeSection {...part} />
      {asked && (
        <ExplainPopover
          asked={{ id, anchor: asked, group: null }}
          view={view}
          meta={meta}
          format={format}
          onClose={() => setAsked(null)}
          onOpen={open}
        />
      )}
    </div>
  );
}
