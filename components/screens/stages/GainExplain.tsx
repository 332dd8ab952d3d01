'use client';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { Popover } from '#components/ui/Popover.tsx';
import type { Bottleneck } from '#lib/contract/stages.ts';
import { metricAnchor } from '#lib/view/definitions/definitionLink.ts';
import { DefinitionLink } from '../DefinitionLink.tsx';
import type { StagePart } from './stagePart.ts';

type Props = Pick<StagePart, 'facts' | 'format'> & {
  row: Bottleneck;
  name: string;
  target: Bottleneck['targets']['benchmark'];
  /** Where the target comes from. */
  about: string;
  anchor: Element;
  onClose: () => void;
  onRecords: () => void;
};

/** What a gap costs, factor by factor. */
export function GainExplain(props: Props) {
  const { row, name, target, about, anchor, facts, format, onClose, onRecords } = props;
  const t = useTranslations('stages.bottlenecks');
  const d = useTranslations('definitions');
  const h = useTranslations('home.explain');
  const { settled } = row;
  const rows = [
    [t('base'), format.count(row.base)],
    [t('rateOf', { n: format.count(settled.base) }), format.percent(row.rate)],
    [t('target'), target === null ? t('noTarget') : format.percent(target.rate)],
    [t('later'), format.percent(row.downstream)],
    [t('each', { n: format.count(row.wins) }), format.money(row.amount_per_win)],
    [t('winsAYear'), target === null ? '—' : format.count(target.wins_a_year)],
    [t('gain'), format.money(target?.arr_a_year ?? null)],
  ] as const;
  return (
    <Popover
      open
      anchor={anchor}
      onOpenChange={(open) => !open && onClose()}
      title={name}
      className="w-[25rem]"
    >
      <p className="text-sm text-ink-2">{d('metric.gap.says')}</p>
      <DefinitionLink org={facts.slug} anchor={metricAnchor('gap')} to={settled.to} />
      <p className="mt-2 rounded-lg bg-sunken px-3 py-2 text-sm">{d('metric.gap.formula')}</p>
      <dl className="mt-3 grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 text-sm">
        {rows.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-2">{label}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
      {about !== '' && <p className="mt-2 text-xs text-ink-2">{`${t('target')}: ${about}`}</p>}
      <Button
        size="sm"
        className="mt-3 w-full"
        onClick={() => {
          onClose();
          onRecords();
        }}
      >
        {h('records')}
      </Button>
    </Popover>
  );
}
