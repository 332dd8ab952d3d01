'use client';
import { useTranslations } from 'next-intl';
import { Popover } from '#components/ui/Popover.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { ForecastRate, PlanForecast } from '#lib/contract/planForecast.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { groupName } from '#lib/view/groupName.ts';
import type { ForecastRow } from '#lib/view/plan/forecastRows.ts';
import { anyStageName } from '#lib/view/text.ts';

type Props = {
  row: ForecastRow;
  name: string;
  forecast: PlanForecast;
  format: Format;
  anchor: Element;
  onClose: () => void;
};

/** What a part means, and the rates and prices that it rests on, each with its base. */
export function ForecastPartPopover({ row, name, forecast, format, anchor, onClose }: Props) {
  const t = useTranslations('track.forecast');
  const { text } = useText();
  const { rates, volumes } = forecast.measured;
  const conversion = (one: ForecastRate) => {
    const [from = '', to = ''] = one.conversion.split('>');
    if (to === 'revenue') return t('rate.revenue');
    return `${text(anyStageName(from))} > ${text(anyStageName(to))}`;
  };
  const values = new Map(row.values.map(({ segment, value }) => [segment, value]));
  return (
    <Popover
      open
      anchor={anchor}
      onOpenChange={(open) => !open && onClose()}
      title={name}
      className="w-[27rem]"
    >
      <p className="text-sm text-ink-2">
        {t(`partRule.${row.part}`, { span: format.span(volumes.from, volumes.to) })}
      </p>
      {row.rates.length > 0 && (
        <table className="mt-3 w-full text-sm tabular-nums">
          <caption className="mb-1 text-left text-xs text-ink-2">
            {t('rates', { span: format.span(rates.from, rates.to) })}
          </caption>
          <thead className="text-xs text-ink-2">
            <tr>
              <th className="text-left font-normal">{t('rate.conversion')}</th>
              <th className="pl-3 text-right font-normal">{t('rate.rate')}</th>
              <th className="pl-3 text-right font-normal">{t('rate.base')}</th>
            </tr>
          </thead>
          <tbody>
            {row.rates.map((one) => (
              <tr key={`${one.segment} ${one.conversion}`}>
                <td>
                  {text(groupName(one.segment))}: {conversion(one)}
                  {one.source === 'organization' && ` (${t('rate.all')})`}
                </td>
                <td className="pl-3 text-right">{format.percent(one.rate)}</td>
                <td className="pl-3 text-right">{format.count(one.base)}</td>
              </tr>
            ))}
            {[...values].map(([segment, value]) => (
              <tr key={segment} className="text-ink-2">
                <td>
                  {text(groupName(segment))}: {t('rate.value')}
                </td>
                <td className="pl-3 text-right">{format.money(value)}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Popover>
  );
}
