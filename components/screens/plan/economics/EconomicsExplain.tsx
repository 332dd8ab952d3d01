'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/buttonClass.ts';
import { Popover } from '#components/ui/Popover.tsx';
import type { UnitEconomicsAnswer } from '#lib/contract/unitEconomics.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { type Figure, figureCell, type Tier } from '#lib/view/plan/economicsTable.ts';
import { figureFacts } from '#lib/view/plan/figureFacts.ts';
import { recordsLink } from '../recordsLink.ts';

/** A number that the reader asked about. */
export type Asked = { figure: Figure; tier: Omit<Tier, 'key'> & { key: string }; anchor: Element };

type Props = {
  asked: Asked;
  name: string;
  meta: UnitEconomicsAnswer['meta'];
  format: Format;
  onClose: () => void;
};

const SPENT = new Set<Figure>(['cac', 'payback_months', 'ltv_to_cac', 'per_deal', 'contribution']);

/** Meaning, formula with its numbers, costs by role and channel, and the wins as records. */
export function EconomicsExplain({ asked, name, meta, format, onClose }: Props) {
  const { figure, tier, anchor } = asked;
  const t = useTranslations('plan.economics');
  const e = useTranslations('scenarios.economics');
  const { shown } = figureCell(tier, figure, format);
  const costs = SPENT.has(figure) ? tier.spend.by : [];
  const segment = tier.key === '' ? null : tier.key;
  return (
    <Popover
      open
      anchor={anchor}
      onOpenChange={(open) => !open && onClose()}
      title={
        <>
          {t(`figure.${figure}`)}: {shown}
          <span className="ml-2 font-normal text-ink-2">{name}</span>
        </>
      }
      className="max-h-[min(40rem,calc(100dvh-1.5rem))] w-[25rem] overflow-y-auto"
    >
      <p className="text-sm text-ink-2">{e(`says.${figure}`)}</p>
      <p className="mt-2 rounded-lg bg-sunken px-3 py-2 text-sm">{t(`formula.${figure}`)}</p>
      <dl className="mt-3 grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 text-sm tabular-nums">
        {figureFacts(tier, figure, format).map(({ key, value }) => (
          <div key={key} className="contents">
            <dt className="text-ink-2">{e(`fact.${key}`)}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
      {costs.length > 0 && (
        <>
          <h3 className="mt-3 text-sm font-medium">{e('spend')}</h3>
          <dl className="mt-1 grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 text-sm tabular-nums">
            {costs.map(({ kind, name: what, amount }) => (
              <div key={`${kind} ${what}`} className="contents">
                <dt className="text-ink-2">{what}</dt>
                <dd className="text-right">{format.money(amount)}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-2 text-xs text-ink-2">{e('allocated')}</p>
        </>
      )}
      <p className="mt-3 border-t border-line pt-2 text-xs text-ink-2">
        {format.span(meta.from, meta.to)} · {e('asOf', { at: format.instant(meta.as_of) })}
      </p>
      <Link
        href={recordsLink(meta.org, { from: meta.from, to: meta.to, segment, open: 'won' })}
        className={buttonClass('secondary', 'sm', 'mt-3 w-full')}
      >
        {e('records', { count: tier.wins })}
      </Link>
    </Popover>
  );
}
