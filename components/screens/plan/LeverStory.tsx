'use client';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { useText } from '#components/ui/useText.tsx';
import { groupName } from '#lib/view/groupName.ts';
import type { LeverRow } from '#lib/view/plan/rankLevers.ts';
import { useErrorText } from '../useErrorText.ts';
import { HireMenu } from './HireMenu.tsx';
import type { PlanPart } from './planPart.ts';
import type { LeverWords } from './useLeverWords.ts';
import type { Moves } from './useMoves.ts';

type Props = { part: PlanPart; rows: readonly LeverRow[]; moves: Moves; words: LeverWords };

/** What pays most against the best campaign, and both ways to go on from there. */
export function LeverStory({ part, rows, moves, words }: Props) {
  const { state, result, format } = part;
  const t = useTranslations('plan.levers');
  const m = useTranslations('scenarios.move');
  const { text } = useText();
  const errorText = useErrorText();
  const [first] = rows;
  const campaign = rows.find(({ kind }) => kind === 'campaign');
  const gain = (row: LeverRow) => (state.rank === 'year' ? row.inYear : row.threeYears);
  const money = (row: LeverRow) => format.shortMoney(String(gain(row)));
  const told = first?.kind === 'gap' && gain(first) > 0 ? first : null;
  const { make } = moves;
  return (
    <div className="mb-4 rounded-xl border border-note-200 bg-note-50 px-4 py-3">
      <p className="text-base text-pretty">
        {told && campaign
          ? t(`stories.${state.against}`, {
              lever: words.nameOf(told),
              tier: text(groupName(told.segment)),
              arr: money(told),
              campaign: money(campaign),
              campaignTier: text(groupName(campaign.segment)),
              when: t(`by.${state.rank}`),
            })
          : t('noStory')}
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-2 print:hidden">
        {told && (
          <Button
            size="sm"
            variant="primary"
            disabled={make.isPending}
            onClick={() => moves.fix(told)}
          >
            {m('fixNow')}
          </Button>
        )}
        <HireMenu result={result} busy={make.isPending} onHire={moves.hire} />
        <p role="status" className="min-h-6 text-sm text-ink-2">
          {make.data && !make.isPending && (
            <>
              {m('made', { name: make.data.name })}{' '}
              <a href="#plan-compare" className="underline underline-offset-4">
                {m('see')}
              </a>
            </>
          )}
          {make.error && <span className="text-warn-600">{errorText(make.error)}</span>}
        </p>
      </div>
    </div>
  );
}
