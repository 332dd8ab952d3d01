'use client';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { Bottleneck } from '#lib/contract/stages.ts';
import { groupName } from '#lib/view/groupName.ts';
import type { StagePart } from './stagePart.ts';
import { usePairName } from './usePairName.ts';

type Props = StagePart & { row: Bottleneck | null };

/** The hand-off that broke, when, and what it costs, with its base and a way into it. */
export function BreakStory({ row, format, onChange }: Props) {
  const t = useTranslations('stages.bottlenecks');
  const { text, rich } = useText();
  const { ends } = usePairName();
  const changed = row?.changed;
  if (!row || !changed) return <p className="text-sm text-ink-2">{t('steady')}</p>;
  const id = `${row.from}>${row.to}`;
  const segment = row.key.segment ?? '';
  return (
    <div className="rounded-xl border border-warn-200 bg-warn-50 px-4 py-3">
      <p>
        {rich({
          key: 'stages.bottlenecks.story',
          values: {
            ...ends(id),
            segment: text(groupName(segment)),
            before: format.percent(changed.before.rate),
            after: format.percent(changed.after.rate),
            on: format.day(changed.on),
            arr: format.money(changed.arr_a_year),
          },
        })}
      </p>
      <p className="mt-1 text-sm text-ink-2">
        {t('storyBase', {
          before: format.count(changed.before.base),
          after: format.count(changed.after.base),
          amount: format.money(row.amount_per_win),
          wins: format.count(row.wins),
          downstream: format.percent(row.downstream),
        })}
      </p>
      <Button
        size="sm"
        className="mt-2 print:hidden"
        onClick={() => onChange({ trend: id, segment: [segment], grain: 'week' })}
      >
        {t('show')}
      </Button>
    </div>
  );
}
