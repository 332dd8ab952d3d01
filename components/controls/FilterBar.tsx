'use client';
import type { ReactNode } from 'react';
import type { Dimension } from '#lib/bowtie/dimensions.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { type HomeState, isTouched, spanOf } from '#lib/view/homeState.ts';
import { ClockSelect } from './ClockSelect.tsx';
import { CompareSelect } from './CompareSelect.tsx';
import { DimensionFilters } from './DimensionFilters.tsx';
import { QueryBar } from './QueryBar.tsx';
import { RuleSelect } from './RuleSelect.tsx';
import { WindowSelect } from './WindowSelect.tsx';

type Props = {
  state: HomeState;
  facts: Pick<HomeFacts, 'calendar' | 'values'>;
  format: Format;
  views: ReactNode;
  onChange: (change: Partial<HomeState>) => void;
  onReset: () => void;
  /** The page asks about cohorts only, and compares in its own way. */
  cohortOnly?: boolean;
};

const FIRST: readonly Dimension[] = ['segment', 'channel', 'pod', 'owner'];
const MORE: readonly Dimension[] = ['region', 'product', 'motion'];

/** The question of the pages that count records. */
export function FilterBar(props: Props) {
  const { state, facts, format, views, onChange, onReset, cohortOnly = false } = props;
  const { calendar, values } = facts;
  const filters = { values, chosen: state, onChange };
  return (
    <QueryBar
      views={views}
      period={state.period}
      span={spanOf(state, calendar)}
      calendar={calendar}
      format={format}
      onPeriod={onChange}
      usual={
        <>
          {!cohortOnly && (
            <>
              <CompareSelect value={state.compare} onChange={onChange} />
              <ClockSelect value={state.clock} onChange={onChange} />
            </>
          )}
          <DimensionFilters dimensions={FIRST} {...filters} />
        </>
      }
      rare={
        <>
          <DimensionFilters dimensions={MORE} {...filters} />
          <RuleSelect value={state.rule} onChange={onChange} />
          {state.clock === 'cohort' && (
            <WindowSelect value={state.window} format={format} onChange={onChange} />
          )}
        </>
      }
      rareIsSet={isSetBelow(state)}
      touched={isTouched(state)}
      onReset={onReset}
    />
  );
}

function isSetBelow(state: HomeState): boolean {
  const filtered = MORE.some((dimension) => state[dimension].length > 0);
  return filtered || state.rule !== 'implied' || state.window !== null;
}
