'use client';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import { parseDrill } from '#lib/view/records/drill.ts';
import { RecordsPanel } from '../../records/RecordsPanel.tsx';
import type { ForecastPart } from './forecastPart.ts';

type Address = { open: LadderStage | null; record: string | null };

type Props = ForecastPart & {
  address: Address;
  onChange: (change: Partial<Address>) => void;
};

/** The open records that a projection counts: their number is the one in its table. */
export function ForecastRecords({ facts, forecast, format, tier, address, onChange }: Props) {
  const { open, record } = address;
  const { stages } = facts;
  const next = open === null ? undefined : stages[stages.indexOf(open) + 1];
  const drill = parseDrill(`${open}>${next}`);
  if (drill === null) return null;
  const { from, to } = forecast.measured.rates;
  const own = tier === null ? {} : { segment: tier };
  return (
    <RecordsPanel
      facts={facts}
      drill={drill}
      scope={{ from, to, clock: 'cohort', ...own }}
      outcome="open"
      record={record}
      total={null}
      format={format}
      onChange={(change) =>
        onChange({
          ...(change.open === null ? { open: null } : {}),
          ...(change.record === undefined ? {} : { record: change.record }),
        })
      }
    />
  );
}
