'use client';
import { useText } from '#components/ui/useText.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import type { BowtieView } from '#lib/view/prepareBowtie.ts';
import { prepareHeadline } from '#lib/view/prepareHeadline.ts';
import type { Verdict } from '#lib/view/prepareVerdict.ts';

type Props = { view: BowtieView; verdict: Verdict; format: Format };

/** The answer before the figure. */
export function Headline({ view, verdict, format }: Props) {
  const { text, rich } = useText();
  return (
    <div className="min-h-17">
      <h1 className="text-xl font-semibold sm:text-2xl tracking-[-0.018em] text-balance">
        {text(prepareHeadline(view, format))}
      </h1>
      <p className="mt-1.5 max-w-[62rem] text-base text-pretty text-ink-2">
        {rich(verdict.text)}
        {verdict.cost && <> {rich(verdict.cost)}</>}
      </p>
    </div>
  );
}
