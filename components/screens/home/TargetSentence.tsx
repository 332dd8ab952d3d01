import { useTranslations } from 'next-intl';
import type { Format } from '#lib/view/createFormat.ts';
import { addDays } from '#lib/view/days.ts';
import { runningDot, type TargetDot } from '#lib/view/prepareTargets.ts';
import { StatusWord } from '../track/StatusWord.tsx';

type Props = {
  dots: readonly TargetDot[];
  sum: boolean;
  plan: { end: string } | null;
  say: (value: number | null) => string;
  format: Format;
};

/** Where the interval that runs stands, at one glance. */
export function TargetSentence({ dots, sum, plan, say, format }: Props) {
  const t = useTranslations('track.trend');
  const dot = runningDot(dots);
  const end = dots.at(-1)?.target ?? null;
  return (
    <p className="mb-2 min-h-6 text-sm leading-6">
      {dot && (
        <>
          <StatusWord status={dot.status} />{' '}
          {sum && plan
            ? t('runningSum', {
                ...{ actual: say(dot.value), expected: say(dot.expected), target: say(end) },
                by: format.day(addDays(plan.end, -1)),
              })
            : t('running', {
                ...{ actual: say(dot.value), expected: say(dot.expected) },
                ...{ target: say(dot.target), span: format.span(dot.from, dot.to) },
              })}
        </>
      )}
    </p>
  );
}
