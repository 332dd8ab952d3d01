'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import { joinValues } from '#lib/contract/valueList.ts';
import { groupName } from '#lib/view/groupName.ts';
import type { Ranked } from '#lib/view/stages/rankBottlenecks.ts';
import { RateText } from './RateText.tsx';
import type { StagePart } from './stagePart.ts';
import { usePairName } from './usePairName.ts';

const GainExplain = dynamic(
  () => import('./GainExplain.tsx').then((module) => module.GainExplain),
  { ssr: false },
);

type Props = StagePart & { row: Ranked };

export function BottleneckRow({ row, facts, state, format, onChange, onDrill }: Props) {
  const t = useTranslations('stages');
  const [asked, setAsked] = useState<Element | null>(null);
  const { text } = useText();
  const { pair } = usePairName();
  const target = row.targets[state.against];
  const group = row.group ?? '';
  const segment = text(groupName(group));
  const own = { segment: joinValues([group]) };
  const about = () => {
    if (target === null) return '';
    const n = format.count(target.base);
    const [from = '', to = ''] = target.label.split('/');
    if (state.against === 'best_quarter') {
      return t('bottlenecks.quarter', { span: format.span(from, to), n });
    }
    if (state.against === 'best_pod') return t('bottlenecks.pod', { pod: target.label, n });
    return t('bottlenecks.published', { about: target.label });
  };
  return (
    <tr>
      <Th scope="row">{segment}</Th>
      <Td className="whitespace-nowrap">
        <NumberButton
          className="relative"
          onClick={() => onChange({ trend: row.id, segment: [group] })}
        >
          <span className="sr-only">{segment}: </span>
          {pair(row.id)}
        </NumberButton>
      </Td>
      <Td numeric>
        <NumberButton
          aria-label={`${t('openRecords', { what: `${segment}, ${pair(row.id)}` })}: ${format.count(row.base)}`}
          onClick={() => onDrill(row.id, own)}
        >
          {format.count(row.base)}
        </NumberButton>
      </Td>
      <Td numeric>
        <NumberButton
          className="relative"
          onClick={() => onDrill(row.id, { ...own, to: row.settled.to, window_days: '' })}
        >
          <span className="sr-only">{`${segment}, ${pair(row.id)}, ${t('bottlenecks.rate')}: `}</span>
          <RateText
            rate={row.rate}
            base={row.settled.base}
            interval={row.interval}
            format={format}
          />
        </NumberButton>
      </Td>
      <Td numeric>
        {target === null ? t('bottlenecks.noTarget') : format.percent(target.rate)}
        <span className="block text-xs text-ink-2">{about()}</span>
      </Td>
      <Td numeric>
        <button
          type="button"
          onClick={(event) => setAsked(event.currentTarget)}
          className="relative min-h-6 min-w-6 underline decoration-line-strong decoration-dotted underline-offset-4 hover:decoration-ink"
        >
          <span className="sr-only">
            {`${t('bottlenecks.explainGain', { what: `${segment}, ${pair(row.id)}` })} `}
          </span>
          <Gain row={row} format={format} reached={t('bottlenecks.reached')} />
        </button>
        {asked && (
          <GainExplain
            row={row}
            anchor={asked}
            target={target}
            about={about()}
            name={`${segment}: ${pair(row.id)}`}
            facts={facts}
            format={format}
            onClose={() => setAsked(null)}
            onRecords={() => onDrill(row.id, own)}
          />
        )}
      </Td>
      <Td className="text-sm whitespace-nowrap">
        {row.changed && <Changed row={row} format={format} onDrill={onDrill} />}
      </Td>
    </tr>
  );
}

type GainProps = Pick<Props, 'row' | 'format'> & { reached: string };

function Gain({ row, format, reached }: GainProps) {
  if (row.gain === null) return <>—</>;
  if (row.gain === 0) return <span className="text-ink-2">{reached}</span>;
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden className="h-2 w-20 rounded-full bg-sunken max-sm:hidden">
        <span
          className="block h-2 rounded-full bg-acq-400"
          style={{ width: `${Math.max(2, row.share * 100)}%` }}
        />
      </span>
      <b className="font-semibold">{format.shortMoney(String(row.gain))}</b>
    </span>
  );
}

function Changed({ row, format, onDrill }: Pick<Props, 'row' | 'format' | 'onDrill'>) {
  const t = useTranslations('stages.bottlenecks');
  const { changed, settled } = row;
  if (changed === null) return null;
  const own = { segment: joinValues([row.group ?? '']), window_days: '' };
  const before = format.percent(changed.before.rate);
  const after = format.percent(changed.after.rate);
  return (
    <>
      <NumberButton
        aria-label={`${before}. ${t('openBefore', { n: changed.before.base })}`}
        onClick={() => onDrill(row.id, { ...own, to: changed.on })}
      >
        {before}
      </NumberButton>
      {' → '}
      <NumberButton
        aria-label={`${after}. ${t('openSince', { n: changed.after.base })}`}
        onClick={() => onDrill(row.id, { ...own, from: changed.on, to: settled.to })}
      >
        {after}
      </NumberButton>{' '}
      {t('since', { on: format.day(changed.on) })}
      {changed.arr_a_year !== null && (
        <span className="block text-xs text-warn-600">
          {t('costs', { arr: format.shortMoney(changed.arr_a_year) })}
        </span>
      )}
    </>
  );
}
