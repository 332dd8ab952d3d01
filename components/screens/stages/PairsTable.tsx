'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { HandOffsAnswer } from '#lib/contract/stages.ts';
import { groupName } from '#lib/view/groupName.ts';
import type { ApiParams } from '#lib/view/homeState.ts';
import type { StagePart } from './stagePart.ts';

const SHOWN = 40;

type Pair = HandOffsAnswer['data']['pairs'][number];
type Props = StagePart & { pairs: readonly Pair[] };

/** From whom to whom, the most frequent first. */
export function PairsTable({ pairs, ...part }: Props) {
  const t = useTranslations('stages.handOffs');
  return (
    <Table label={t('pairsLabel')}>
      <thead>
        <tr>
          <Th>{t('giver')}</Th>
          <Th>{t('taker')}</Th>
          <Th numeric>{t('count')}</Th>
          <Th numeric>{t('lag')}</Th>
          <Th numeric>{t('quartiles')}</Th>
        </tr>
      </thead>
      <tbody>
        {pairs.slice(0, SHOWN).map((pair) => (
          <PairRow key={JSON.stringify([pair.from, pair.to])} pair={pair} {...part} />
        ))}
      </tbody>
    </Table>
  );
}

function PairRow({ pair, conversion, format, onDrill }: StagePart & { pair: Pair }) {
  const t = useTranslations('stages.handOffs');
  const { text } = useText();
  const { from, to, advanced, days } = pair;
  const name = ({ role, owner }: Pair['from']) => text(groupName(owner ?? role));
  const who: ApiParams = {
    ...(from.owner === null ? { giver_role: from.role } : { giver: from.owner }),
    ...(to.owner === null ? { taker_role: to.role } : { taker: to.owner }),
  };
  const cell = (column: 'count' | 'lag' | 'quartiles', shown: string, narrow: ApiParams) => (
    <Td numeric>
      <NumberButton className="relative" onClick={() => onDrill(conversion, { ...who, ...narrow })}>
        <span className="sr-only">{`${name(from)} – ${name(to)}, ${t(column)}: `}</span>
        {shown}
      </NumberButton>
    </Td>
  );
  const spread = days.p50 === null ? '—' : `${format.days(days.p25)} – ${format.days(days.p75)}`;
  return (
    <tr>
      <Th scope="row">{name(from)}</Th>
      <Td>{name(to)}</Td>
      {cell('count', format.count(advanced), {})}
      {cell('lag', format.days(days.p50), { set: 'timed' })}
      {cell('quartiles', spread, { set: 'timed' })}
    </tr>
  );
}
