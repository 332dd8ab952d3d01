'use client';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { Slider } from '#components/ui/Slider.tsx';
import { useText } from '#components/ui/useText.tsx';
import { groupName } from '#lib/view/groupName.ts';
import { moveShare } from '#lib/view/plan/moveShare.ts';
import { Fold } from './inputs/Fold.tsx';
import { InPlace } from './inputs/InPlace.tsx';
import { SourceNote } from './inputs/SourceNote.tsx';
import { settingOf } from './inputs/settingOf.ts';
import { useHeld } from './inputs/useHeld.ts';
import type { PlanPart } from './planPart.ts';

/** Which tier brings how much of what is to be won; the consequences beside each. */
export function TierMix(part: PlanPart) {
  const { input, base, result, meta, format } = part;
  const t = useTranslations('plan.mix');
  const more = useTranslations('planInputs.mix');
  const { text } = useText();
  const { overrides, put } = settingOf(part);
  const { take, release } = useHeld(input.segments.map(({ share }) => share));
  if (input.segments.length < 2) return null;
  const usual = base.segments.map(({ share }) => share);
  const isMoved = overrides.some(({ field }) => field === 'share');
  const write = (next: readonly number[] | null) =>
    put(
      input.segments.map(({ key }, i) => {
        return { of: 's', key, field: 'share', value: next?.[i] ?? null };
      }),
    );
  const says = input.segments
    .map(({ key, share }) => `${text(groupName(key))} ${format.percent(share)}`)
    .join(' · ');
  return (
    <Fold open title={t('title')} says={says}>
      <InPlace part={part} paths={['segments']} />
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
            onChange={(next) => write(moveShare(take(), i, next, usual))}
            onCommit={release}
          />
          <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-xs text-ink-3 tabular-nums">
            {t('brings', {
              arr: format.shortMoney(result.segments[i]?.new_arr ?? null),
              wins: format.count(result.segments[i]?.wins ?? 0),
            })}
            <SourceNote
              part={part}
              name={more('shareOf', { tier: text(groupName(key)) })}
              about="share"
              assumption={
                meta.assumptions.find(({ path }) => path === `segments.${i}.share`) ?? null
              }
              isSet={isMoved}
            />
          </div>
        </div>
      ))}
      {isMoved && (
        <Button size="sm" className="justify-self-start" onClick={() => write(null)}>
          {t('measured')}
        </Button>
      )}
    </Fold>
  );
}
