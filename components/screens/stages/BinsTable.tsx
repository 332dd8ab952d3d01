'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { StayAnswer } from '#lib/contract/stages.ts';
import type { Format } from '#lib/view/createFormat.ts';

type Bin = StayAnswer['data']['bins'][number];
export type BinOutcome = (typeof OUTCOMES)[number];

type Props = {
  bins: readonly Bin[];
  label: string;
  format: Format;
  onOpen: (bin: Bin, outcome: BinOutcome) => void;
};

const OUTCOMES = ['advanced', 'lost', 'no_decision'] as const;

export function BinsTable({ bins, label, format, onOpen }: Props) {
  const t = useTranslations();
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{t('stages.stay.days')}</Th>
          {OUTCOMES.map((outcome) => (
            <Th key={outcome} numeric>
              {t(`terms.outcome.${outcome}`)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bins.map((bin) => {
          const { from, to } = bin;
          const span =
            to === null
              ? t('stages.stay.more', { from: format.days(from) })
              : t('stages.stay.range', { from: format.days(from), to: format.days(to) });
          return (
            <tr key={from}>
              <Th scope="row">{span}</Th>
              {OUTCOMES.map((outcome) => (
                <Td key={outcome} numeric>
                  <NumberButton className="relative" onClick={() => onOpen(bin, outcome)}>
                    <span className="sr-only">{`${span}, ${t(`terms.outcome.${outcome}`)}: `}</span>
                    {format.count(bin[outcome])}
                  </NumberButton>
                </Td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
