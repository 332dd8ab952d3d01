'use client';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { FanChart } from '#components/charts/plan/FanChart.tsx';
import { cx } from '#components/ui/cx.ts';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { FEWEST, leastEvidence } from '#lib/view/plan/leastEvidence.ts';
import { oddsAsked, RUNS, SEED } from '#lib/view/plan/planOdds.ts';
import { openingOf } from '#lib/view/plan/planState.ts';
import { SectionHead } from '../SectionHead.tsx';
import type { PlanPart } from './planPart.ts';
import { useOdds } from './useOdds.ts';

const PARTS = ['p10', 'p25', 'p50', 'p75', 'p90'] as const;

/** How likely it is: rates as sure as their base allows, drawn ten thousand times. */
export function OddsSection({ facts, input, defaults, format }: PlanPart) {
  const t = useTranslations('plan.odds');
  const [show, setShow] = useState<'figure' | 'table'>('figure');
  const box = useRef<HTMLDivElement>(null);
  const settled = useDeferredValue(input);
  const asked = useMemo(() => [{ id: '', ...oddsAsked(settled, defaults) }], [settled, defaults]);
  const odds = useOdds(asked);
  const { stale } = odds;
  const told = odds.told[0] ?? null;
  const rows = () =>
    (told?.fan ?? []).map(({ month, plan, p10, p50, p90 }) =>
      [month, plan, p10, p50, p90].map((one) => (typeof one === 'number' ? Math.round(one) : one)),
    );
  const heads = [t('month'), t('plan'), 'P10', 'P50', 'P90'];
  return (
    <section aria-labelledby="plan-odds">
      <SectionHead
        id="plan-odds"
        title={t('title')}
        hint={t('hint', { runs: format.count(RUNS), seed: SEED })}
        show={show}
        onShow={setShow}
        name={`${facts.slug}-plan-odds`}
        table={told === null ? undefined : () => [heads, ...rows()]}
        figure={show === 'figure' ? box : null}
      />
      {leastEvidence(settled, defaults.evidence) < FEWEST ? (
        <p className="text-sm text-ink-2">{t('thin', { fewest: FEWEST })}</p>
      ) : told === null ? (
        <Skeleton className="h-72" />
      ) : (
        <div
          aria-busy={stale}
          className={cx('grid gap-4 transition-opacity', stale && 'opacity-55')}
          ref={box}
        >
          <dl className="flex flex-wrap gap-x-8 gap-y-2 tabular-nums">
            {(['staffed', 'today'] as const).map((who) => (
              <div key={who}>
                <dt className="text-xs text-ink-2">{t(`hit.${who}`)}</dt>
                <dd className="text-2xl font-semibold">{format.percent(told[who].p_hit)}</dd>
              </div>
            ))}
            {PARTS.map((part) => (
              <div key={part}>
                <dt className="text-xs text-ink-2">{part.toUpperCase()}</dt>
                <dd className="text-lg">{format.shortMoney(told.staffed[part])}</dd>
              </div>
            ))}
          </dl>
          {show === 'figure' ? (
            <FanChart
              fan={told.fan}
              opening={openingOf(settled)}
              target={Number(settled.target_arr)}
              label={t('label')}
              format={format}
            />
          ) : (
            <Table label={t('table')} className="tabular-nums">
              <thead>
                <tr>
                  {heads.map((head, i) => (
                    <Th key={head} numeric={i > 0}>
                      {head}
                    </Th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {told.fan.map(({ month, ...each }) => (
                  <tr key={month}>
                    <Th scope="row">{format.month(`${month}-01`)}</Th>
                    {[each.plan, each.p10, each.p50, each.p90].map((value, i) => (
                      <Td key={heads[i + 1]} numeric>
                        {format.money(String(value))}
                      </Td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </Table>
          )}
        </div>
      )}
    </section>
  );
}
