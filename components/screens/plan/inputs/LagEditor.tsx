'use client';
import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { useText } from '#components/ui/useText.tsx';
import { meanLag, stretchLags } from '#lib/view/plan/lagShape.ts';
import { roundShares } from '#lib/view/plan/moveShare.ts';
import type { Text } from '#lib/view/text.ts';
import { AmountInput } from '../AmountInput.tsx';
import type { PlanPart } from '../planPart.ts';
import { InPlace } from './InPlace.tsx';
import { ShareBars } from './ShareBars.tsx';
import { SourceNote } from './SourceNote.tsx';
import { settingOf } from './settingOf.ts';

type Props = { part: PlanPart; place: number; conversion: string; name: Text };

const AT_ONCE = [1];

/** How long a conversion takes: its average with the shape kept, or month by month. */
export function LagEditor({ part, place, conversion, name }: Props) {
  const { input, base, meta, format } = part;
  const t = useTranslations('planInputs.lags');
  const { text } = useText();
  const segment = input.segments[place];
  const lags = segment?.lags[conversion] ?? AT_ONCE;
  const usual = base.segments[place]?.lags[conversion] ?? AT_ONCE;
  const key = segment?.key ?? '';
  const field = `lag.${conversion}`;
  const path = `segments.${place}.lags.${conversion}`;
  const { put, isSet } = settingOf(part);
  const write = (value: number[] | null) => put([{ of: 's', key, field, value }]);
  const mean = meanLag(lags).toFixed(1);
  const says = t('takes', { months: mean });
  const label = t('label', { name: text(name) });
  return (
    <details className="group/lag text-xs">
      <summary className="inline-flex min-h-6 cursor-pointer list-none items-center gap-1 text-ink-2 hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-3 group-open/lag:rotate-90" />
        {says}
        <span className="sr-only">{label}</span>
      </summary>
      <div className="mt-1 grid grid-cols-[minmax(0,1fr)] gap-2 rounded-lg bg-sunken/50 p-2">
        <div className="flex flex-wrap items-center gap-2">
          <span>{t('mean')}</span>
          <AmountInput
            label={`${label}: ${t('mean')}`}
            value={Number(mean)}
            shown={mean}
            wrong={t('wrong')}
            className="h-7 max-w-16 px-2 text-right text-sm tabular-nums"
            onChange={(next) => write(roundShares(stretchLags(usual, next)))}
          />
          <span>{t('months')}</span>
          {isSet('s', key, field) && (
            <Button size="sm" className="ml-auto" onClick={() => write(null)}>
              {t('measured')}
            </Button>
          )}
        </div>
        <ShareBars
          label={label}
          usual={usual}
          percent={format.percent}
          bars={lags.map((share, month) => ({
            key: String(month),
            name: t('month', { month }),
            short: String(month),
            share,
          }))}
          onChange={write}
        />
        <p className="text-ink-2">{t('axis')}</p>
        <SourceNote
          part={part}
          name={label}
          about="lags"
          assumption={meta.assumptions.find((one) => one.path === path) ?? null}
          isSet={isSet('s', key, field)}
        />
        <InPlace part={part} paths={[path]} />
      </div>
    </details>
  );
}
