'use client';
import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { HandOffsAnswer } from '#lib/contract/stages.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { groupName } from '#lib/view/groupName.ts';

const SHOWN = 40;

type Pair = HandOffsAnswer['data']['pairs'][number];
type Props = { pairs: readonly Pair[]; format: Format };

/** From whom to whom, the most frequent first. */
export function PairsTable({ pairs, format }: Props) {
  const t = useTranslations('stages.handOffs');
  const { text } = useText();
  const name = ({ role, owner }: Pair['from']) => text(groupName(owner ?? role));
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
        {pairs.slice(0, SHOWN).map(({ from, to, advanced, days }) => (
          <tr key={`${name(from)} ${name(to)}`}>
            <Th scope="row">{name(from)}</Th>
            <Td>{name(to)}</Td>
            <Td numeric>{format.count(advanced)}</Td>
            <Td numeric>{format.days(days.p50)}</Td>
            <Td numeric className="text-ink-2">
              {days.p50 === null ? '—' : `${format.days(days.p25)} – ${format.days(days.p75)}`}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
