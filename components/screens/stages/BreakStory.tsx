'use client';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { Bottleneck } from '#lib/contract/stages.ts';
import { joinValues } from '#lib/contract/valueList.ts';
import { groupName } from '#lib/view/groupName.ts';
import { MetricHelp } from '../MetricHelp.tsx';
import type { StagePart } from './stagePart.ts';
import { usePairName } from './usePairName.ts';

type Props = StagePart & { row: Bottleneck | null };

/** The hand-off that broke, when, and what it costs, with its base and a way into it. */
export function BreakStory({ row, facts, format, onChange, onDrill }: Props) {
  const t = useTranslations('stages.bottlenecks');
  const { text, rich } = useText();
  const { ends } = usePairName();
  const changed = row?.changed;
  if (!row || !changed) return <p className="text-sm text-ink-2">{t('steady')}</p>;
  const id = `${row.from}>${row.to}`;
  const segment = row.key.segment ?? '';
  const own = { segment: joinValues([segment]), window_days: '' };
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
      <div className="mt-2 flex flex-wrap gap-2 print:hidden">
        <Button
          size="sm"
          onClick={() => {
            onChange({ trend: id, segment: [segment], grain: 'week' });
            // What it asks about stands below the long table.
            document.getElementById('chosen')?.scrollIntoView({ block: 'start' });
          }}
        >
          {t('show')}
        </Button>
        <Button size="sm" onClick={() => onDrill(id, { ...own, to: changed.on })}>
          {t('before', { n: format.count(changed.before.base) })}
        </Button>
        <Button
          size="sm"
          onClick={() => onDrill(id, { ...own, from: changed.on, to: row.settled.to })}
        >
          {t('after', { n: format.count(changed.after.base) })}
        </Button>
        <MetricHelp metric="break" org={facts.slug} to={row.settled.to} />
        <MetricHelp metric="gap" org={facts.slug} to={row.settled.to} />
      </div>
    </div>
  );
}
