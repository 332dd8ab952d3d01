'use client';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { Card } from '#components/ui/Card.tsx';
import { Slider } from '#components/ui/Slider.tsx';
import { useText } from '#components/ui/useText.tsx';
import { groupName } from '#lib/view/groupName.ts';
import { moveShare } from '#lib/view/plan/moveShare.ts';
import { readOverrides, withOverride, writeOverrides } from '#lib/view/plan/overrides.ts';
import type { PlanPart } from './planPart.ts';

/** Which tier brings how much of what is to be won; the consequences beside each. */
export function TierMix({ input, result, state, format, onChange }: PlanPart) {
  const t = useTranslations('plan.mix');
  const { text } = useText();
  if (input.segments.length < 2) return null;
  const shares = input.segments.map(({ share }) => share);
  const overrides = readOverrides(state.set);
  const isMoved = overrides.some(({ field }) => field === 'share');
  const write = (next: readonly number[] | null) => {
    const all = input.segments.reduce(
      (kept, { key }, i) =>
        withOverride(kept, { of: 's', key, field: 'share', value: next?.[i] ?? null }),
      overrides,
    );
    onChange({ set: writeOverrides(all) });
  };
  return (
    <Card className="grid gap-2" aria-label={t('title')}>
      <div className="flex items-baseline justify-between gap-2">
        <h2 className="text-sm font-semibold">{t('title')}</h2>
        {isMoved && (
          <Button size="sm" onClick={() => write(null)}>
            {t('measured')}
          </Button>
        )}
      </div>
      {input.segments.map(({ key, share }, i) => (
        <div key={key}>
          <div className="flex items-baseline justify-between gap-3 text-sm">
            <span>{text(groupName(key))}</span>
            <span className="tabular-nums">{format.percent(share)}</span>
          </div>
          <Slider
            label={text(groupName(key))}
            value={share}
            min={0}
            max={1}
            step={0.005}
            valueText={format.percent(share)}
            onChange={(next) => write(moveShare(shares, i, next))}
          />
          <p className="text-xs text-ink-3 tabular-nums">
            {t('brings', {
              arr: format.shortMoney(result.segments[i]?.new_arr ?? null),
              wins: format.count(result.segments[i]?.wins ?? 0),
            })}
          </p>
        </div>
      ))}
    </Card>
  );
}
