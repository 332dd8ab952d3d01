'use client';
import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { seasonBars, yearOfBars } from '#lib/view/plan/season.ts';
import type { PlanPart } from '../planPart.ts';
import { InPlace } from './InPlace.tsx';
import { ShareBars } from './ShareBars.tsx';
import { SourceNote } from './SourceNote.tsx';
import { settingOf } from './settingOf.ts';

/** How a tier's wins fall on the months of a year: bars that always sum to 1. */
export function SeasonEditor({ part, place }: { part: PlanPart; place: number }) {
  const { input, base, meta, format } = part;
  const t = useTranslations('planInputs.season');
  const { put, isSet } = settingOf(part);
  const segment = input.segments[place];
  if (segment === undefined) return null;
  const { key } = segment;
  const bars = seasonBars(segment, input);
  const usual = seasonBars(base.segments[place] ?? {}, base).map(({ share }) => share);
  const write = (value: number[] | null) => put([{ of: 's', key, field: 'season', value }]);
  const path = `segments.${place}.seasonality`;
  const own = isSet('s', key, 'season');
  const peak = bars.reduce((best, bar) => (bar.share > best.share ? bar : best), {
    ...{ month: input.start, place: 0, share: 0 },
  });
  return (
    <details className="group/season text-sm">
      <summary className="flex min-h-6 cursor-pointer list-none items-center gap-1 hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-3.5 group-open/season:rotate-90" />
        <span>
          {t('title')}{' '}
          <span className="text-xs text-ink-2">
            {t('peak', { month: format.month(peak.month), share: format.percent(peak.share) })}
          </span>
        </span>
      </summary>
      <div className="mt-1 grid grid-cols-[minmax(0,1fr)] gap-2 rounded-lg bg-sunken/50 p-2 text-xs">
        <ShareBars
          label={t('title')}
          usual={usual}
          percent={format.percent}
          bars={bars.map(({ month, place: at, share }) => ({
            key: month,
            name: format.month(month),
            short: String(at + 1),
            share,
          }))}
          onChange={(shares) => write(yearOfBars(bars, shares))}
        />
        <div className="flex flex-wrap items-center justify-between gap-2">
          <span className="text-ink-2">{t('axis')}</span>
          {own && (
            <Button size="sm" onClick={() => write(null)}>
              {t('measured')}
            </Button>
          )}
        </div>
        <SourceNote
          part={part}
          name={t('title')}
          about="seasonality"
          assumption={meta.assumptions.find((one) => one.path === path) ?? null}
          isSet={own}
        />
        <InPlace part={part} paths={[path]} />
      </div>
    </details>
  );
}
