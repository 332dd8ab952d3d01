import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { projectedOf } from '#lib/view/plan/forecastCauses.ts';
import type { ForecastPart } from './forecastPart.ts';

/** What one digit of a percentage can say. */
const SMALL = 0.001;

/** The projection beside its target, its odds, and what it takes from here. */
export function ForecastFigures({ forecast, format, last, tier }: ForecastPart) {
  const t = useTranslations('track.forecast');
  const { target, odds, required } = forecast;
  const day = format.day(last);
  if (tier !== null) {
    const projected = format.shortMoney(projectedOf(forecast, tier));
    return (
      <dl className="tabular-nums">
        <Figure name={t('projected', { day })} value={projected} large />
      </dl>
    );
  }
  const over = target === null ? null : Number(forecast.arr) - Number(target);
  const beside =
    over === null || required === null
      ? null
      : over < 0
        ? t('missing', { amount: format.shortMoney(required.missing) })
        : t('above', { amount: format.shortMoney(String(over)) });
  return (
    <>
      <dl className="flex flex-wrap gap-x-8 gap-y-3 tabular-nums">
        <Figure
          name={t('projected', { day })}
          value={format.shortMoney(forecast.arr)}
          beside={beside}
          large
        />
        {target !== null && <Figure name={t('target')} value={format.shortMoney(target)} />}
        {odds.p_hit !== null && <Figure name={t('hit')} value={chanceOf(odds.p_hit, format)} />}
        <Figure
          name={t('range')}
          value={`${format.shortMoney(odds.p10)} – ${format.shortMoney(odds.p90)}`}
        />
        {required?.per_month != null && (
          <Figure
            name={t('needed')}
            value={format.shortMoney(required.per_month)}
            beside={t('lately', { amount: format.shortMoney(required.recent_per_month) })}
          />
        )}
      </dl>
      <p className="mt-2 max-w-[62rem] text-xs text-pretty text-ink-2">
        {t('odds', { runs: format.count(odds.runs), seed: odds.seed })}
      </p>
    </>
  );
}

type FigureProps = { name: string; value: string; beside?: ReactNode; large?: boolean };

function Figure({ name, value, beside, large }: FigureProps) {
  return (
    <div>
      <dt className="text-xs text-ink-2">{name}</dt>
      <dd>
        <span className={large ? 'text-2xl font-semibold' : 'text-lg'}>{value}</span>
        {beside && <span className="block text-xs text-ink-2">{beside}</span>}
      </dd>
    </div>
  );
}

/** Drawn ten thousand times, never is not impossible. */
function chanceOf(share: number, format: ForecastPart['format']): string {
  if (share < SMALL) return `< ${format.percent(SMALL)}`;
  return share > 1 - SMALL ? `> ${format.percent(1 - SMALL)}` : format.percent(share);
}
