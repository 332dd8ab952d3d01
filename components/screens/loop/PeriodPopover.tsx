'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Popover } from '#components/ui/Popover.tsx';
import { ARR_MOVEMENTS } from '#lib/bowtie/loopMovements.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { metricAnchor } from '#lib/view/definitions/definitionLink.ts';
import { openMovement, openPaying } from '#lib/view/loop/loopSelection.ts';
import type { ArrPeriod } from '#lib/view/loop/prepareBridge.ts';
import { DefinitionLink } from '../DefinitionLink.tsx';

type Props = {
  org: string;
  period: ArrPeriod;
  anchor: Element;
  format: Format;
  onClose: () => void;
  onOpen: (open: string) => void;
};

const TAKES = new Set(['contraction', 'churn']);

/** One step of the bridge to the cent; each movement opens its accounts. */
export function PeriodPopover({ org, period, anchor, format, onClose, onOpen }: Props) {
  const t = useTranslations('loop');
  return (
    <Popover
      open
      anchor={anchor}
      onOpenChange={(open) => !open && onClose()}
      title={format.span(period.from, period.to)}
      className="w-[21rem]"
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        <Row name={t('bridge.start')}>
          <NumberButton onClick={() => onOpen(openPaying(period.from))}>
            {format.cents(period.start)}
          </NumberButton>
        </Row>
        {ARR_MOVEMENTS.map((movement) => (
          <Row key={movement} name={t(`movement.${movement}`)}>
            {Number(period[movement]) === 0 ? (
              <span className="text-ink-3">—</span>
            ) : (
              <NumberButton onClick={() => onOpen(openMovement(movement, period))}>
                {TAKES.has(movement) ? '−' : '+'}
                {format.cents(period[movement])}
              </NumberButton>
            )}
          </Row>
        ))}
        <Row name={t('bridge.end')}>
          <NumberButton className="font-semibold" onClick={() => onOpen(openPaying(period.to))}>
            {format.cents(period.end)}
          </NumberButton>
        </Row>
        <Row name={t('bridge.customers')}>
          {format.count(period.customers_start)} → {format.count(period.customers_end)}
        </Row>
      </dl>
      <p className="mt-3 border-t border-line pt-2 text-xs text-ink-2">
        {!period.final && <>{t('bridge.running')}. </>}
        {t('bridge.identity')}
      </p>
      <div className="text-ink-2">
        <DefinitionLink org={org} anchor={metricAnchor('bridge')} to={period.to} />
      </div>
    </Popover>
  );
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-ink-2">{name}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  );
}
