'use client';
import { useTranslations } from 'next-intl';
import { Popover } from '#components/ui/Popover.tsx';
import type { LoopPageAnswer } from '#lib/contract/loop.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { addDays } from '#lib/view/days.ts';
import { metricAnchor } from '#lib/view/definitions/definitionLink.ts';
import { DefinitionLink } from '../DefinitionLink.tsx';

export type LoopFigure = 'arr' | 'nrr' | 'grr' | 'logos';

type Props = {
  figure: LoopFigure;
  anchor: Element;
  answer: LoopPageAnswer;
  format: Format;
  onClose: () => void;
};

/** Meaning, formula, base, dates and source of one number. */
export function LoopExplain({ figure, anchor, answer, format, onClose }: Props) {
  const t = useTranslations('loop.figures');
  const { data, meta } = answer;
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
        <Row name={t('value')} value={said(figure, answer, format)} />
        {figure !== 'arr' && last && (
          <>
            <Row
              name={t('base')}
              value={t('baseOf', {
                amount: format.money(last.base_arr),
                n: last.base_customers,
              })}
            />
            <Row name={t('span')} value={`${from} – ${format.day(addDays(last.at, -1))}`} />
          </>
        )}
        <Row name={t('source')} value={t(data.source)} />
        <Row name={t('dataThrough')} value={format.instant(meta.data_through)} />
        <Row name={t('asOf')} value={format.instant(meta.as_of)} />
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

function Row({ name, value }: { name: string; value: string }) {
  return (
    <div className="contents">
      <dt className="text-ink-2">{name}</dt>
      <dd className="text-right">{value}</dd>
    </div>
  );
}

function said(figure: LoopFigure, { data }: LoopPageAnswer, format: Format): string {
  const last = data.total.trailing.at(-1);
  if (figure === 'arr') return format.money(data.total.whole?.end ?? null);
  const rate = { nrr: last?.nrr, grr: last?.grr, logos: last?.logo_retention }[figure];
  return format.percent(rate);
}
