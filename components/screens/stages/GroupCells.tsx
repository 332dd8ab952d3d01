'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Td } from '#components/ui/Table.tsx';
import type { GroupsAnswer } from '#lib/contract/stages.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { ApiParams } from '#lib/view/homeState.ts';
import { RateText } from './RateText.tsx';

export type OpenPart = (narrow: ApiParams, outcome: 'advanced' | 'open' | null) => void;

type Props = {
  stats: GroupsAnswer['data']['total'];
  name: string;
  format: Format;
  onOpen: OpenPart;
};

/** The numbers of one group in the order of the columns; each opens what it was counted from. */
export function GroupCells({ stats, name, format, onOpen }: Props) {
  const t = useTranslations('stages');
  const { base, advanced, open, rate, interval, matured, days } = stats;
  const cell = (
    what: 'base' | 'advanced' | 'rate' | 'matured' | 'median' | 'open',
    shown: React.ReactNode,
    press: () => void,
  ) => (
    <Td numeric>
      <NumberButton className="relative" onClick={press}>
        <span className="sr-only">{`${name}, ${t(`groups.${what}`)}: `}</span>
        {shown}
      </NumberButton>
    </Td>
  );
  return (
    <>
      {cell('base', format.count(base), () => onOpen({}, null))}
      {cell('advanced', format.count(advanced), () => onOpen({}, 'advanced'))}
      {cell('rate', <RateText rate={rate} base={base} interval={interval} format={format} />, () =>
        onOpen({}, 'advanced'),
      )}
      {cell('matured', <RateText rate={matured?.rate ?? null} base={base} format={format} />, () =>
        onOpen({}, null),
      )}
      {cell('median', format.days(days.p50), () => onOpen({ set: 'timed' }, null))}
      {cell('open', format.count(open), () => onOpen({}, 'open'))}
    </>
  );
}
