'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { HandOffsAnswer } from '#lib/contract/stages.ts';
import type { Outcome } from '#lib/contract/vocabulary.ts';
import { groupName } from '#lib/view/groupName.ts';
import type { ApiParams } from '#lib/view/homeState.ts';
import { RateText } from './RateText.tsx';
import type { StagePart } from './stagePart.ts';

type Giver = HandOffsAnswer['data']['from'][number];
type Props = StagePart & { givers: readonly Giver[] };

const COLUMNS = ['giver', 'base', 'accepted', 'rejected', 'open', 'lag'] as const;

/** What each role or person handed on, and what became of it. */
export function GiversTable({ givers, ...part }: Props) {
  const t = useTranslations('stages.handOffs');
  return (
    <Table label={t('giversLabel')}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <Th key={column} numeric={column !== 'giver'}>
              {t(column)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {givers.map((giver) => (
          <GiverRow key={`${giver.role} ${giver.owner}`} giver={giver} {...part} />
        ))}
      </tbody>
    </Table>
  );
}

function GiverRow({ giver, conversion, format, onDrill }: StagePart & { giver: Giver }) {
  const t = useTranslations('stages.handOffs');
  const { text } = useText();
  const name = text(groupName(giver.owner ?? giver.role));
  const who = giver.owner === null ? { giver_role: giver.role } : { giver: giver.owner };
  const { base, lost, no_decision, rate, interval, days } = giver;
  const cell = (
    column: Exclude<(typeof COLUMNS)[number], 'giver'>,
    shown: ReactNode,
    narrow: ApiParams,
    outcome?: Outcome,
  ) => (
    <Td numeric>
      <NumberButton
        className="relative"
        onClick={() => onDrill(conversion, { ...who, ...narrow }, outcome ? { outcome } : {})}
      >
        <span className="sr-only">{`${name}, ${t(column)}: `}</span>
        {shown}
      </NumberButton>
    </Td>
  );
  return (
    <tr>
      <Th scope="row">
        {name}
        {giver.owner !== null && (
          <span className="ml-1.5 font-normal text-ink-2">{text(groupName(giver.role))}</span>
        )}
      </Th>
      {cell('base', format.count(base), {})}
      {cell(
        'accepted',
        <RateText rate={rate} base={base} interval={interval} format={format} />,
        {},
        'advanced',
      )}
      {cell('rejected', format.count(lost + no_decision), { set: 'rejected' })}
      {cell('open', format.count(giver.open), {}, 'open')}
      {cell('lag', format.days(days.p50), { set: 'timed' })}
    </tr>
  );
}
