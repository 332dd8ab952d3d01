'use client';
import { useQueryStates } from 'nuqs';
import { forecastDrill } from '#lib/view/plan/forecastDrill.ts';
import { RecordsPanel } from '../../records/RecordsPanel.tsx';
import type { ForecastPart } from './forecastPart.ts';
import { forecastSearch } from './forecastSearch.ts';

/** The records behind a number of the projection; the address says which. */
export function ForecastRecords({ facts, forecast, format, tier }: ForecastPart) {
  const [{ open, record }, setAddress] = useQueryStates(forecastSearch, { history: 'replace' });
  const told = open === null ? null : forecastDrill(open, forecast, tier);
  if (told === null) return null;
  return (
    <RecordsPanel
      {...told}
      {...{ facts, record, format }}
      total={null}
      onChange={(change) =>
        setAddress({
          ...(change.open === null ? { open: null } : {}),
          ...(change.record === undefined ? {} : { record: change.record }),
        })
      }
    />
  );
}
