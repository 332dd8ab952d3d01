'use client';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Popover } from '#components/ui/Popover.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { AnswerMeta } from '#lib/contract/bowtie.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { SEGMENT_ANCHOR } from '#lib/view/definitions/definitionLink.ts';
import { groupName } from '#lib/view/groupName.ts';
import type { BowtieView } from '#lib/view/prepareBowtie.ts';
import {
  type Explain,
  type ExplainRow,
  explainHandOff,
  explainMovements,
  explainStage,
} from '#lib/view/prepareExplain.ts';
import { DefinitionLink } from '../DefinitionLink.tsx';
import { OutcomeBar } from './OutcomeBar.tsx';

/** A number that the reader asked about; `group` is its segment, null for the whole. */
export type Asked = { id: string; anchor: Element; group: string | null };

type Props = {
  asked: Asked;
  view: BowtieView;
  meta: AnswerMeta;
  format: Format;
  onClose: () => void;
  onOpen: (id: string) => void;
};

/** Rule, clock, base, formula and freshness of one number, with the way to its records. */
export function ExplainPopover({ asked, view, meta, format, onClose, onOpen }: Props) {
  const t = useTranslations('home.explain');
  const { text } = useText();
  const explain = explained(asked.id, view, meta, format);
  if (!explain) return null;
  return (
    <Popover
      open
      anchor={asked.anchor}
      onOpenChange={(open) => !open && onClose()}
      title={
        <>
          {text(explain.title)}
          {asked.group !== null && (
            <span className="ml-2 font-normal text-ink-2">{text(groupName(asked.group))}</span>
          )}
        </>
      }
      className="max-h-[min(46rem,calc(100dvh-1.5rem))] w-[25rem] overflow-y-auto"
    >
      <p className="text-sm text-ink-2">{text(explain.says)}</p>
      <span className="flex flex-wrap gap-x-4">
        <DefinitionLink org={meta.org} anchor={explain.anchor} to={meta.to} />
        {asked.group !== null && (
          <DefinitionLink org={meta.org} anchor={SEGMENT_ANCHOR} to={null} name="segments.link" />
        )}
      </span>
      {explain.formula && (
        <p className="mt-2 rounded-lg bg-sunken px-3 py-2 text-sm">
          <span className="text-ink-2">{t('formula')}: </span>
          {text(explain.formula)}
        </p>
      )}
      {explain.outcomes.length > 0 && (
        <OutcomeBar label={t('split')} outcomes={explain.outcomes} format={format} />
      )}
      <ExplainRows rows={explain.rows} className="mt-3 text-sm" />
      {explain.lists.length > 0 && (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 text-sm">
          {explain.lists.map(({ label, value, opens }) => (
            <div key={opens} className="contents">
              <dt className="text-ink-2">{text(label)}</dt>
              <dd className="text-right">
                <NumberButton
                  aria-label={`${text(label)}: ${value}. ${t('records')}`}
                  onClick={() => {
                    onClose();
                    onOpen(opens);
                  }}
                >
                  {value}
                </NumberButton>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className="mt-3 border-t border-line pt-3 text-xs text-ink-2">
        {explain.rules.map((rule) => (
          <p key={rule.key} className="mb-1">
            {text(rule)}
          </p>
        ))}
        <ExplainRows rows={explain.origin} className="mt-2" />
      </div>
      {explain.hasRecords && (
        <Button
          size="sm"
          className="sticky bottom-0 mt-3 w-full"
          onClick={() => {
            onClose();
            onOpen(asked.id);
          }}
        >
          {t('records')}
        </Button>
      )}
    </Popover>
  );
}

function explained(id: string, view: BowtieView, meta: AnswerMeta, format: Format): Explain | null {
  if (id === 'movements') return explainMovements(view.movements, meta, format);
  const handOff = view.handOffs.find((each) => each.id === id);
  if (handOff) return explainHandOff(handOff, meta, format);
  const stage = view.stages.find((each) => each.stage === id);
  return stage ? explainStage(stage, meta, format) : null;
}

function ExplainRows({ rows, className }: { rows: ExplainRow[]; className: string }) {
  const { text } = useText();
  return (
    <dl className={cx('grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5', className)}>
      {rows.map(({ label, value }) => (
        <div key={label.key} className="contents">
          <dt className="text-ink-2">{text(label)}</dt>
          <dd className="text-right">{text(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
