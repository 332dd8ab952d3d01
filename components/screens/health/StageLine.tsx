'use client';
import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { Td, Th } from '#components/ui/Table.tsx';
import { ratio } from '#lib/bowtie/ratio.ts';
import type { StageReadiness } from '#lib/contract/dataHealth.ts';
import { FAULTS, type Fault } from '#lib/contract/vocabulary.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { Doubt } from '#lib/view/health/healthState.ts';

type Props = { one: StageReadiness; format: Format; onOpen: (doubt: Doubt) => void };

const LINK =
  'min-h-6 underline decoration-line-strong underline-offset-4 hover:decoration-ink print:no-underline';

export function StageLine({ one, format, onOpen }: Props) {
  const t = useTranslations('health');
  const terms = useTranslations('terms.stage');
  const name = terms(one.stage);
  return (
    <tr>
      <Th scope="row">{name}</Th>
      <Td className="min-w-36">
        <Meter one={one} format={format} />
      </Td>
      <Td numeric>
        {one.entries === 0 ? (
          <span className="text-ink-3">0</span>
        ) : (
          <button
            type="button"
            className={LINK}
            aria-label={t('stages.openAll', { n: one.entries, stage: name })}
            onClick={() => onOpen({ stage: one.stage, fault: null })}
          >
            {format.count(one.entries)}
          </button>
        )}
      </Td>
      {FAULTS.map((fault) => (
        <FaultCell key={fault} one={one} fault={fault} format={format} onOpen={onOpen} />
      ))}
      <Td className="min-w-52 text-ink-2">
        {one.state === 'fix' && one.fix
          ? t(`mend.${one.fix}`)
          : one.state === 'implied'
            ? t('mend.implied')
            : t(`state.${one.state === 'fix' ? 'ready' : one.state}`)}
      </Td>
    </tr>
  );
}

function Meter({ one, format }: Omit<Props, 'onOpen'>) {
  const t = useTranslations('health');
  const terms = useTranslations('terms.stage');
  const share = ratio(one.sound, one.entries);
  if (share === null || one.state === 'few') return <span className="text-ink-3">—</span>;
  const label = t('stages.meter', { share: format.percent(share), stage: terms(one.stage) });
  return (
    <div className="flex items-center gap-2.5" role="img" aria-label={label}>
      <span aria-hidden className="w-12 text-right font-medium">
        {format.percent(share)}
      </span>
      <span aria-hidden className="h-2 w-20 overflow-hidden rounded-full bg-sunken">
        <span
          className={cx('block h-full rounded-full', share < 0.8 ? 'bg-warn-600' : 'bg-loop-400')}
          style={{ width: `${share * 100}%` }}
        />
      </span>
    </div>
  );
}

function FaultCell({ one, fault, format, onOpen }: Props & { fault: Fault }) {
  const t = useTranslations('health');
  const terms = useTranslations('terms.stage');
  const n = one[fault];
  const due = fault !== 'amountless' || one.amount_due;
  const share = ratio(n, fault === 'same_day' ? one.pairs : one.entries);
  if (n === 0) {
    return (
      <Td numeric className="text-ink-3">
        {share === null ? '—' : '0'}
      </Td>
    );
  }
  const worst = one.fix === fault && one.state === 'fix';
  const label = { fault: t(`stages.${fault}`), n, stage: terms(one.stage) };
  return (
    <Td numeric className={due ? '' : 'text-ink-3'} title={due ? undefined : t('stages.notDue')}>
      <button
        type="button"
        className={cx(LINK, worst && 'font-semibold text-warn-600')}
        aria-label={t('stages.open', label)}
        onClick={() => onOpen({ stage: one.stage, fault })}
      >
        {format.count(n)}
      </button>
      <span className={cx('block text-xs', worst ? 'text-warn-600' : 'text-ink-3')}>
        {format.percent(share)}
      </span>
    </Td>
  );
}
