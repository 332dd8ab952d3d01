'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import { ratio } from '#lib/bowtie/ratio.ts';
import type { ChangeAnswer } from '#lib/contract/stages.ts';
import { joinValues } from '#lib/contract/valueList.ts';
import { groupName } from '#lib/view/groupName.ts';
import type { ApiParams } from '#lib/view/homeState.ts';
import { RateText } from './RateText.tsx';
import type { StagePart } from './stagePart.ts';

type Props = StagePart & { data: ChangeAnswer['data'] };

/** Each group's part of the change; the last line is the change itself. */
export function ChangeTable({ data, conversion, format, onDrill }: Props) {
  const t = useTranslations('stages.change');
  const { text } = useText();
  const { parts, rate } = data;
  const open = ({ key }: (typeof parts)[number], days: ApiParams) => {
    const own = Object.entries(key).map(([name, value]) => [name, joinValues([value])]);
    onDrill(conversion, { ...Object.fromEntries(own), ...days });
  };
  const sum = (period: 'before' | 'after') =>
    parts.reduce((total, part) => total + part[period].base, 0);
  const [before, after] = [sum('before'), sum('after')];
  return (
    <Table label={t('label')}>
      <thead>
        <tr>
          <Th>{t('group')}</Th>
          <Th numeric>{t('weight')}</Th>
          <Th numeric>{t('rateThen')}</Th>
          <Th numeric>{t('rateNow')}</Th>
          <Th numeric>{t('mix')}</Th>
          <Th numeric>{t('within')}</Th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => {
          const value = Object.values(part.key)[0] ?? '';
          const name = text(groupName(value));
          const then = ratio(part.before.advanced, part.before.base);
          const now = ratio(part.after.advanced, part.after.base);
          const [was, is] = [ratio(part.before.base, before), ratio(part.after.base, after)];
          return (
            <tr key={value}>
              <Th scope="row">{name}</Th>
              <Td numeric>{`${format.percent(was)} → ${format.percent(is)}`}</Td>
              <Td numeric>
                <NumberButton className="relative" onClick={() => open(part, data.compare)}>
                  <span className="sr-only">{`${name}, ${t('rateThen')}: `}</span>
                  <RateText rate={then} base={part.before.base} format={format} />
                </NumberButton>
              </Td>
              <Td numeric>
                <NumberButton className="relative" onClick={() => open(part, {})}>
                  <span className="sr-only">{`${name}, ${t('rateNow')}: `}</span>
                  <RateText rate={now} base={part.after.base} format={format} />
                </NumberButton>
              </Td>
              <Td numeric>{part.mix === null ? '—' : format.points(part.mix)}</Td>
              <Td numeric>{part.rate === null ? '—' : format.points(part.rate)}</Td>
            </tr>
          );
        })}
      </tbody>
      {rate && (
        <tfoot>
          <tr className="font-medium">
            <Td>{t('sum')}</Td>
            <Td />
            <Td numeric>{format.percent(rate.before)}</Td>
            <Td numeric>{format.percent(rate.after)}</Td>
            <Td numeric>{format.points(rate.mix)}</Td>
            <Td numeric>{format.points(rate.rate)}</Td>
          </tr>
        </tfoot>
      )}
    </Table>
  );
}
