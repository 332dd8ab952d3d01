'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import { groupName } from '#lib/view/groupName.ts';
import type { Ranked } from '#lib/view/stages/rankBottlenecks.ts';
import { RateText } from './RateText.tsx';
import type { StagePart } from './stagePart.ts';
import { usePairName } from './usePairName.ts';

type Props = StagePart & { row: Ranked };

export function BottleneckRow({ row, state, format, onChange, onDrill }: Props) {
  const t = useTranslations('stages');
  const { text } = useText();
  const { pair } = usePairName();
  const target = row.targets[state.against];
  const group = row.group ?? '';
  const segment = text(groupName(group));
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
          onClick={() =>
            onDrill({ open: row.id, outcome: null, record: null, narrow: { segment: [group] } })
          }
        >
          {format.count(row.base)}
        </NumberButton>
      </Td>
      <Td numeric>
        <RateText rate={row.rate} base={row.settled.base} interval={row.interval} format={format} />
      </Td>
      <Td numeric>
        {target === null ? t('bottlenecks.noTarget') : format.percent(target.rate)}
        <span className="block text-xs text-ink-2">{about()}</span>
      </Td>
      <Td numeric>
        <Gain row={row} format={format} reached={t('bottlenecks.reached')} />
      </Td>
      <Td className="text-sm whitespace-nowrap">
        {row.changed && <Changed row={row} format={format} />}
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

function Changed({ row, format }: Pick<Props, 'row' | 'format'>) {
  const t = useTranslations('stages.bottlenecks');
  const { changed } = row;
  if (changed === null) return null;
  return (
    <>
      {t('change', {
        before: format.percent(changed.before.rate),
        after: format.percent(changed.after.rate),
        on: format.day(changed.on),
      })}
      {changed.arr_a_year !== null && (
        <span className="block text-xs text-warn-600">
          {t('costs', { arr: format.shortMoney(changed.arr_a_year) })}
        </span>
      )}
    </>
  );
}
