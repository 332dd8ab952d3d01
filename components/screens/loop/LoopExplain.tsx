'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Popover } from '#components/ui/Popover.tsx';
import type { LoopPageAnswer, LoopTrailing } from '#lib/contract/loop.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { addDays } from '#lib/view/days.ts';
import { metricAnchor } from '#lib/view/definitions/definitionLink.ts';
import { openPaying, openRetention } from '#lib/view/loop/loopSelection.ts';
import { DefinitionLink } from '../DefinitionLink.tsx';

export type LoopFigure = 'arr' | 'nrr' | 'grr' | 'logos';

type Props = {
  figure: LoopFigure;
  anchor: Element;
  answer: LoopPageAnswer;
  format: Format;
  onClose: () => void;
  onOpen: (open: string) => void;
};

/** Meaning, formula, base, dates and source of one number. */
export function LoopExplain({ figure, anchor, answer, format, onClose, onOpen }: Props) {
  const t = useTranslations('loop.figures');
  const { data, meta } = answer;
  const { whole } = data.total;
  const last = data.total.trailing.at(-1);
  const from = format.day(addDays(last?.from ?? meta.from, -1));
  return (
    <Popover
      open
      anchor={anchor}
      onOpenChange={(open) => !open && onClose()}
      title={t(`${figure}Long`)}
      className="w-[25rem]"
    >
      <p className="text-sm text-ink-2">{t(`${figure}Says`, { from })}</p>
      {figure !== 'arr' && (
        <p className="mt-2 rounded-lg bg-sunken px-3 py-2 text-sm">{t(`${figure}Formula`)}</p>
      )}
      {figure !== 'arr' && last?.nrr === null && (
        <p className="mt-2 text-sm">{t('noReason', { from })}</p>
      )}
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-sm">
        <Row name={t('value')}>
          {figure === 'arr' && whole ? (
            <NumberButton onClick={() => onOpen(openPaying(whole.to))}>
              {format.money(whole.end)}
            </NumberButton>
          ) : (
            said(figure, answer, format)
          )}
        </Row>
        {figure !== 'arr' && last && (
          <>
            <Row name={t('base')}>
              <NumberButton
                onClick={() => onOpen(openRetention('base', { from: last.from, to: last.at }))}
              >
                {t('baseOf', { amount: format.money(last.base_arr), n: last.base_customers })}
              </NumberButton>
            </Row>
            <Kept figure={figure} last={last} format={format} onOpen={onOpen} />
            <Row name={t('span')}>{`${from} – ${format.day(addDays(last.at, -1))}`}</Row>
          </>
        )}
        <Row name={t('source')}>{t(data.source)}</Row>
        <Row name={t('dataThrough')}>{format.instant(meta.data_through)}</Row>
        <Row name={t('asOf')}>{format.instant(meta.as_of)}</Row>
      </dl>
      {data.total.unconverted > 0 && (
        <p className="mt-2 text-xs text-ink-2">{t('unconverted', { n: data.total.unconverted })}</p>
      )}
      <div className="mt-3 border-t border-line pt-2 text-ink-2">
        <DefinitionLink org={meta.org} anchor={metricAnchor(figure)} to={meta.to} />
      </div>
    </Popover>
  );
}

type KeptProps = Pick<Props, 'format' | 'onOpen'> & {
  figure: Exclude<LoopFigure, 'arr'>;
  last: LoopTrailing;
};

/** What is divided by the base. */
function Kept({ figure, last, format, onOpen }: KeptProps) {
  const t = useTranslations('loop.figures');
  const days = { from: last.from, to: last.at };
  const told = {
    nrr: { name: t('endOf'), value: format.money(last.end_arr), open: 'base' },
    grr: { name: t('keptOf'), value: format.money(last.kept_arr), open: 'base' },
    logos: { name: t('stayed'), value: t('customers', { n: last.kept_customers }), open: 'kept' },
  } as const;
  const { name, value, open } = told[figure];
  return (
    <Row name={name}>
      <NumberButton onClick={() => onOpen(openRetention(open, days))}>{value}</NumberButton>
    </Row>
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

function said(figure: LoopFigure, { data }: LoopPageAnswer, format: Format): string {
  const last = data.total.trailing.at(-1);
  if (figure === 'arr') return format.money(data.total.whole?.end ?? null);
  const rate = { nrr: last?.nrr, grr: last?.grr, logos: last?.logo_retention }[figure];
  return format.percent(rate);
}
