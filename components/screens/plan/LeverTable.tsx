'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { SortTh, Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import { groupName } from '#lib/view/groupName.ts';
import type { Rank } from '#lib/view/plan/leverWords.ts';
import type { LeverRow } from '#lib/view/plan/rankLevers.ts';
import { LeverExplain } from './LeverExplain.tsx';
import type { PlanPart } from './planPart.ts';
import { recordsLink } from './recordsLink.ts';
import type { LeverWords } from './useLeverWords.ts';
import type { Moves } from './useMoves.ts';

const FEW = 8;
/** Less than this is a limit and no rounding. */
const WHOLE = 0.995;

type Props = { part: PlanPart; rows: readonly LeverRow[]; moves: Moves; words: LeverWords };

/** Levers by what they bring; each rate can be tried as a scenario, each base opens its records. */
export function LeverTable({ part, rows, moves, words }: Props) {
  const { state, format, onChange } = part;
  const t = useTranslations('plan.levers');
  const { text } = useText();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<{ row: LeverRow; anchor: Element } | null>(null);
  const [lever, , now, then, base, year, three] = words.heads;
  const sorted = (rank: Rank) => ({
    numeric: true,
    direction: state.rank === rank ? ('descending' as const) : null,
    onSort: () => onChange({ rank }),
  });
  const gain = (row: LeverRow, arr: number) => (
    <NumberButton
      aria-haspopup="dialog"
      onClick={({ currentTarget }) => setAsked({ row, anchor: currentTarget })}
    >
      {format.shortMoney(String(arr))}
    </NumberButton>
  );
  return (
    <>
      <Table label={t('table')} className="tabular-nums">
        <thead>
          <tr>
            <Th>{lever}</Th>
            <SortTh {...sorted('year')}>{year}</SortTh>
            <SortTh {...sorted('three')}>{three}</SortTh>
            <Th numeric>{now}</Th>
            <Th numeric>{then}</Th>
            <Th numeric>{base}</Th>
            <Th className="relative print:hidden">
              <span className="sr-only">{t('try')}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {(open ? rows : rows.slice(0, FEW)).map((row) => (
            <tr key={`${row.segment} ${row.kind} ${row.what}`}>
              <Th scope="row">
                {words.nameOf(row)}
                <span className="block text-xs font-normal text-ink-3">
                  {text(groupName(row.segment))}
                </span>
              </Th>
              <Td numeric className={state.rank === 'year' ? 'font-semibold' : ''}>
                {gain(row, row.inYear)}
                {row.within < WHOLE && (
                  <span className="ml-auto block max-w-28 text-xs font-normal whitespace-normal sm:max-w-44 text-ink-3">
                    {t('limited', { share: format.percent(row.within) })}
                  </span>
                )}
              </Td>
              <Td numeric className={state.rank === 'three' ? 'font-semibold' : ''}>
                {gain(row, row.threeYears)}
              </Td>
              <Td numeric>{row.rate === null ? '' : format.percent(row.rate)}</Td>
              <Td numeric>
                {row.target === null ? '' : format.percent(row.target)}
                <span className="block text-xs text-ink-3">{words.whenOf(row)}</span>
              </Td>
              <Td numeric>
                <Base part={part} row={row} />
              </Td>
              <Td className="text-right print:hidden">
                {row.kind === 'gap' && (
                  <Button
                    size="sm"
                    disabled={moves.make.isPending}
                    aria-label={t('tryOf', {
                      lever: words.nameOf(row),
                      tier: text(groupName(row.segment)),
                    })}
                    onClick={() => moves.fix(row)}
                  >
                    {t('try')}
                  </Button>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {rows.length > FEW && (
        <Button size="sm" className="mt-3 print:hidden" onClick={() => setOpen(!open)}>
          {open ? t('fewer') : t('more', { count: rows.length - FEW })}
        </Button>
      )}
      {asked && (
        <LeverExplain {...asked} words={words} format={format} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

function Base({ part, row }: { part: PlanPart; row: LeverRow }) {
  const { facts, defaults, format } = part;
  const t = useTranslations('plan.levers');
  const span = defaults.actual[row.segment];
  if (span === undefined) return format.count(row.base);
  const [stage = ''] = row.what.split('>');
  const count = format.count(row.base);
  return (
    <Link
      href={recordsLink(facts.slug, { ...span, segment: row.segment, open: stage })}
      aria-label={t('records', { count })}
      className="underline decoration-line-strong underline-offset-4 hover:decoration-ink"
    >
      {count}
    </Link>
  );
}
