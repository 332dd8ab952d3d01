'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Td } from '#components/ui/Table.tsx';
import type { GroupsAnswer } from '#lib/contract/stages.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { RateText } from './RateText.tsx';

type Props = {
  stats: GroupsAnswer['data']['total'];
  name: string;
  format: Format;
  onOpen: (outcome: 'advanced' | null) => void;
};

/** The numbers of one group in the order of the columns. */
export function GroupCells({ stats, name, format, onOpen }: Props) {
  const t = useTranslations('stages');
  const { base, advanced, open, rate, interval, matured, days } = stats;
  const label = (what: string, n: number) =>
    `${t('openRecords', { what: `${name}, ${what}` })}: ${format.count(n)}`;
  return (
    <>
      <Td numeric>
        <NumberButton aria-label={label(t('groups.base'), base)} onClick={() => onOpen(null)}>
          {format.count(base)}
        </NumberButton>
      </Td>
      <Td numeric>
        <NumberButton
          aria-label={label(t('groups.advanced'), advanced)}
          onClick={() => onOpen('advanced')}
        >
          {format.count(advanced)}
        </NumberButton>
      </Td>
      <Td numeric>
        <RateText rate={rate} base={base} interval={interval} format={format} />
      </Td>
      <Td numeric>
        <RateText rate={matured?.rate ?? null} base={base} format={format} />
      </Td>
      <Td numeric>{format.days(days.p50)}</Td>
      <Td numeric>{format.count(open)}</Td>
    </>
  );
}
