'use client';
import { useTranslations } from 'next-intl';
import { MiniBridge } from '#components/charts/loop/MiniBridge.tsx';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import { ARR_MOVEMENTS } from '#lib/bowtie/loopMovements.ts';
import type { LoopTrailing } from '#lib/contract/loop.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { groupName } from '#lib/view/groupName.ts';
import { openRetention } from '#lib/view/loop/loopSelection.ts';
import { bridgeTable } from '#lib/view/loop/prepareBridge.ts';
import { SectionHead } from '../SectionHead.tsx';
import type { LoopParts } from './loopParts.ts';

/** The bridge of each group over the whole period, all on one scale. */
export function SplitTable({ answer, state, format, onChange }: LoopParts) {
  const t = useTranslations();
  const { text } = useText();
  const { by } = state;
  const { data, meta } = answer;
  if (by === 'none') return null;
  const parts = data.groups.map((group) => ({ value: group.key[by] ?? 'unknown', ...group }));
  const filled = parts.filter(({ whole }) => whole && (+whole.start > 0 || +whole.end > 0));
  const most = Math.max(
    ...filled.map(({ whole }) => Math.max(+(whole?.start ?? 0), +(whole?.end ?? 0))),
  );
  const dimension = t(`terms.dimension.${by}`);
  return (
    <section aria-labelledby="split" className="print-whole">
      <SectionHead
        id="split"
        title={t('loop.bridge.splitTitle', { dimension })}
        hint={t('loop.bridge.splitHint')}
        name={`${meta.org}-arr-by-${by}-${meta.from}-${meta.to}`}
        table={() =>
          filled.flatMap(({ value, periods }, index) => {
            const [head = [], ...rows] = bridgeTable(periods);
            const own = rows.map((row) => [value, ...row]);
            return index === 0 ? [[by, ...head], ...own] : own;
          })
        }
      />
      <Table label={t('loop.bridge.splitLabel', { dimension })}>
        <thead>
          <tr>
            <Th>{dimension}</Th>
            <Th className="max-lg:hidden">
              <span className="sr-only">{t('loop.bridge.title')}</span>
            </Th>
            <Th numeric>{t('loop.bridge.start')}</Th>
            {ARR_MOVEMENTS.map((movement) => (
              <Th key={movement} numeric>
                {t(`loop.movement.${movement}`)}
              </Th>
            ))}
            <Th numeric>{t('loop.bridge.end')}</Th>
            <Th numeric>{t('loop.figures.nrr')}</Th>
            <Th numeric>{t('loop.figures.grr')}</Th>
          </tr>
        </thead>
        <tbody>
          {filled.map(({ value, whole, trailing }) => {
            const name = text(groupName(value));
            return (
              <tr key={value}>
                <Th scope="row">
                  <NumberButton
                    aria-label={t('loop.bridge.filter', { group: name })}
                    onClick={() => onChange({ [by]: [value], by: 'none' })}
                  >
                    {name}
                  </NumberButton>
                </Th>
                <Td className="w-40 max-lg:hidden">
                  {whole && <MiniBridge period={whole} most={most} />}
                </Td>
                <Td numeric>{format.money(whole?.start ?? null)}</Td>
                {ARR_MOVEMENTS.map((movement) => (
                  <Td key={movement} numeric>
                    {Number(whole?.[movement]) === 0 ? (
                      <span className="text-ink-3">—</span>
                    ) : (
                      format.money(whole?.[movement] ?? null)
                    )}
                  </Td>
                ))}
                <Td numeric>{format.money(whole?.end ?? null)}</Td>
                {(['nrr', 'grr'] as const).map((rate) => (
                  <Kept
                    key={rate}
                    last={trailing.at(-1)}
                    rate={rate}
                    group={name}
                    format={format}
                    onOpen={(open) => onChange({ [by]: [value], by: 'none', open, account: null })}
                  />
                ))}
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}

type KeptProps = {
  last: LoopTrailing | undefined;
  rate: 'nrr' | 'grr';
  group: string;
  format: Format;
  onOpen: (open: string) => void;
};

/** A rate of a group, which opens the accounts that it is of. */
function Kept({ last, rate, group, format, onOpen }: KeptProps) {
  const t = useTranslations('loop.figures');
  const value = format.percent(last?.[rate]);
  if (last === undefined || last[rate] === null) return <Td numeric>{value}</Td>;
  const days = { from: last.from, to: last.at };
  return (
    <Td numeric>
      <NumberButton className="relative" onClick={() => onOpen(openRetention('base', days))}>
        <span className="sr-only">{`${group}, ${t(rate)}: `}</span>
        {value}
      </NumberButton>
    </Td>
  );
}
