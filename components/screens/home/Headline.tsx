'use client';
import { useTranslations } from 'next-intl';
import { useText } from '#components/ui/useText.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import type { BowtieView } from '#lib/view/prepareBowtie.ts';
import { prepareHeadline } from '#lib/view/prepareHeadline.ts';
import type { Verdict } from '#lib/view/prepareVerdict.ts';

type Props = {
  view: BowtieView;
  verdict: Verdict;
  format: Format;
  onExplain: (anchor: Element) => void;
};

/** The answer before the figure. */
export function Headline({ view, verdict, format, onExplain }: Props) {
  const t = useTranslations('home.explain');
  const { text, rich } = useText();
  return (
    <div className="min-h-17">
      <h1 className="text-xl font-semibold wrap-anywhere break-keep sm:text-2xl tracking-[-0.018em] text-balance">
        {text(prepareHeadline(view, format))}
      </h1>
      <p className="mt-1.5 max-w-[62rem] text-base text-pretty text-ink-2">
        {rich(verdict.text)}
        {verdict.cost && <> {rich(verdict.cost)}</>}
        {!view.isEmpty && (
          <button
            type="button"
            onClick={(event) => onExplain(event.currentTarget)}
            className="ml-2 text-sm underline decoration-line-strong underline-offset-4 hover:decoration-ink print:hidden"
          >
            {t('open')}
          </button>
        )}
      </p>
    </div>
  );
}
