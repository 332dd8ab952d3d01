'use client';
import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { compound } from '#lib/view/plan/leverFactors.ts';
import type { PlanPart } from './planPart.ts';

const GAIN = 0.1;

/** Ten percent better at each key moment: small alone, large together. */
export function CompoundTable({ input, result, format }: PlanPart) {
  const t = useTranslations('plan.compound');
  const { lines, together, uncapped, capped } = compound(input, result, GAIN);
  const times = (value: number) => t('times', { times: value.toFixed(3) });
  return (
    <div className="mt-6">
      <h3 className="font-semibold">{t('title')}</h3>
      <p className="mt-1 mb-2 text-sm text-ink-2">{t('hint')}</p>
      <Table label={t('title')} className="tabular-nums sm:max-w-2xl">
        <thead>
          <tr>
            <Th>{t('moment')}</Th>
            <Th numeric>{t('now')}</Th>
            <Th numeric>{t('then')}</Th>
            <Th numeric>{t('result')}</Th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ lever, name, rate, multiplier }) => (
            <tr key={lever}>
              <Th scope="row">{t(`lever.${lever}`)}</Th>
              <Td numeric>{format.percent(rate)}</Td>
              <Td numeric>
                {format.percent(rate * multiplier)}
                {capped.includes(name) && (
                  <span className="ml-1 text-xs text-ink-3">{t('cap')}</span>
                )}
              </Td>
              <Td numeric>{times(multiplier)}</Td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <Th scope="row">{t('together')}</Th>
            <Td />
            <Td numeric className="text-xs text-ink-2">
              {t('uncapped', { times: uncapped.toFixed(3) })}
            </Td>
            <Td numeric className="font-semibold">
              {times(together)}
            </Td>
          </tr>
        </tfoot>
      </Table>
    </div>
  );
}
