'use client';
import { useTranslations } from 'next-intl';
import { Popover } from '#components/ui/Popover.tsx';
import { useText } from '#components/ui/useText.tsx';
import { ratio } from '#lib/bowtie/ratio.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { groupName } from '#lib/view/groupName.ts';
import type { LeverRow } from '#lib/view/plan/rankLevers.ts';
import type { LeverWords } from './useLeverWords.ts';

type Props = {
  row: LeverRow;
  anchor: Element;
  words: LeverWords;
  format: Format;
  onClose: () => void;
};

/** What a lever brings, factor by factor. */
export function LeverExplain({ row, anchor, words, format, onClose }: Props) {
  const t = useTranslations('scenarios.lever');
  const { text } = useText();
  const money = (value: number) => format.money(String(value));
  const more =
    row.rate === null
      ? t('prospects')
      : `${format.percent(row.rate)} → ${format.percent(row.target)}`;
  const landed = ratio(row.inYear, row.winsAYear * row.perWin);
  const facts = [
    [t('base'), format.count(row.base)],
    [t('more'), more],
    [t('later'), format.percent(row.later)],
    [t('within'), format.percent(row.within)],
    [t('wins'), row.winsAYear.toFixed(1)],
    [t('each'), money(row.perWin)],
    [t('landed'), format.percent(landed)],
    [t('year'), money(row.inYear)],
    [t('three'), money(row.threeYears)],
  ] as const;
  return (
    <Popover
      open
      anchor={anchor}
      onOpenChange={(open) => !open && onClose()}
      title={
        <>
          {words.nameOf(row)}
          <span className="ml-2 font-normal text-ink-2">{text(groupName(row.segment))}</span>
        </>
      }
      className="w-[25rem]"
    >
      <p className="text-sm text-ink-2">{t('says')}</p>
      <p className="mt-2 rounded-lg bg-sunken px-3 py-2 text-sm">{t('formula')}</p>
      <dl className="mt-3 grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 text-sm tabular-nums">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-2">{label}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-xs text-ink-2">{t('threeSays')}</p>
    </Popover>
  );
}
