'use client';
import dynamic from 'next/dynamic';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { CapacitySection } from './CapacitySection.tsx';
import { EconomicsSection } from './economics/EconomicsSection.tsx';
import { FigureSection } from './FigureSection.tsx';
import { GapsSection } from './GapsSection.tsx';
import { GridSection } from './GridSection.tsx';
import { LeversSection } from './LeversSection.tsx';
import { OddsSection } from './OddsSection.tsx';
import { PlanHeadline } from './PlanHeadline.tsx';
import type { PlanPart } from './planPart.ts';
import { CompareSection } from './scenarios/CompareSection.tsx';
import { TrackSection } from './track/TrackSection.tsx';

const ForecastSection = dynamic(
  () => import('./track/ForecastSection.tsx').then((module) => module.ForecastSection),
  { ssr: false, loading: () => <Skeleton className="h-[96rem]" /> },
);

/** What the sentence takes: volumes, odds, what pays, who carries it, and every month. */
export function WholePlan(part: PlanPart) {
  return (
    <>
      <PlanHeadline {...part} />
      <TrackSection {...part} />
      <ForecastSection {...part} />
      <FigureSection {...part} />
      <OddsSection {...part} />
      <LeversSection {...part} />
      <CompareSection {...part} />
      <GapsSection {...part} />
      <CapacitySection {...part} />
      <EconomicsSection {...part} />
      <GridSection {...part} />
    </>
  );
}
