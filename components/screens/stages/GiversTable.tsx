'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { HandOffsAnswer } from '#lib/contract/stages.ts';
import { groupName } from '#lib/view/groupName.ts';
import { RateText } from './RateText.tsx';
import type { StagePart } from './stagePart.ts';

type Giver = HandOffsAnswer['data']['from'][number];
type Props = StagePart & { givers: readonly Giver[] };

/** What each role or person handed on, and what became of it. */
export function GiversTable({ givers, state, conversion, format, onDrill }: Props) {
  const t = useTranslations('stages');
  const { text } = useText();
  const open = ({ owners }: Giver, outcome: 'advanced' | null) => {
    const chosen = state.owner.length === 0 ? owners : owners.filter(isIn(state.owner));
    onDrill({ open: conversion, outcome, record: null, narrow: { owner: chosen } });
  };
  return (
    <Table label={t('handOffs.giversLabel')}>
      <thead>
        <tr>
          <Th>{t('handOffs.giver')}</Th>
          <Th numeric>{t('handOffs.base')}</Th>
          <Th numeric>{t('handOffs.accepted')}</Th>
          <Th numeric>{t('handOffs.rejected')}</Th>
          <Th numeric>{t('handOffs.open')}</Th>
          <Th numeric>{t('handOffs.lag')}</Th>
        </tr>
      </thead>
      <tbody>
        {givers.map((giver) => {
          const name = text(groupName(giver.owner ?? giver.role));
          const { base, lost, no_decision, rate, interval, days } = giver;
          return (
            <tr key={`${giver.role} ${giver.owner}`}>
              <Th scope="row">
                {name}
                {giver.owner !== null && (
                  <span className="ml-1.5 font-normal text-ink-2">
                    {text(groupName(giver.role))}
                  </span>
                )}
              </Th>
              <Td numeric>
                <NumberButton
                  aria-label={`${t('openRecords', { what: name })}: ${format.count(base)}`}
                  onClick={() => open(giver, null)}
                >
                  {format.count(base)}
                </NumberButton>
              </Td>
              <Td numeric>
                <NumberButton className="relative" onClick={() => open(giver, 'advanced')}>
                  <span className="sr-only">{`${name}, ${t('handOffs.accepted')}: `}</span>
                  <RateText rate={rate} base={base} interval={interval} format={format} />
                </NumberButton>
              </Td>
              <Td numeric>{format.count(lost + no_decision)}</Td>
              <Td numeric>{format.count(giver.open)}</Td>
              <Td numeric>{format.days(days.p50)}</Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function isIn(values: readonly string[]): (value: string) => boolean {
  return (value) => values.includes(value);
}
