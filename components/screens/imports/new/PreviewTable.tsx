'use client';
import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useFormat } from '#components/ui/useFormat.ts';
import { hasTime } from '#lib/view/imports/hasTime.ts';
import { heldDetail } from '#lib/view/imports/heldDetail.ts';
import type { Move, PreviewTable as Prepared, PreviewRow } from '#lib/view/imports/previewRows.ts';
import { PartedValues } from '../PartedValues.tsx';
import { useStageText } from './useStageText.ts';

type Props = { table: Prepared; timeZone: string; currency: string };

export function PreviewTable({ table, timeZone, currency }: Props) {
  const t = useTranslations('imports');
  const place = { timeZone, currency };
  return (
    <div className="overflow-hidden rounded-lg border border-line">
      <Table label={t('check.label')}>
        <thead className="bg-sunken">
          <tr>
            <Th numeric>{t('check.line')}</Th>
            {table.fields.map((field, at) => (
              <FieldHeads key={field} field={field} withMoves={at === 0 && table.hasMoves} />
            ))}
          </tr>
        </thead>
        <tbody className="[&_tr:last-child_td]:border-0">
          {table.rows.map((row) => (
            <tr key={row.line} className={cx(row.status === 'quarantined' && 'bg-note-50')}>
              <Td numeric className="text-ink-3">
                {row.line}
              </Td>
              {row.status === 'accepted' ? (
                <Accepted row={row} table={table} place={place} />
              ) : (
                <Held row={row} width={table.fields.length + (table.hasMoves ? 1 : 0)} />
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function FieldHeads({ field, withMoves }: { field: string; withMoves: boolean }) {
  const t = useTranslations('imports');
  return (
    <>
      <Th>{t(`field.${field}` as never)}</Th>
      {withMoves && <Th>{t('check.moves')}</Th>}
    </>
  );
}

type Place = { timeZone: string; currency: string };
type AcceptedProps = { row: PreviewRow; table: Prepared; place: Place };

function Accepted({ row, table, place }: AcceptedProps) {
  return table.fields.map((field, at) => (
    <FieldCells
      key={field}
      value={row.values[field]}
      moves={at === 0 && table.hasMoves ? row.moves : null}
      place={place}
    />
  ));
}

type CellsProps = { value: string | undefined; moves: Move[] | null; place: Place };

function FieldCells({ value, moves, place }: CellsProps) {
  return (
    <>
      <Td className="max-w-52 truncate whitespace-nowrap">
        {value ?? <span className="text-ink-3">—</span>}
      </Td>
      {moves && (
        <Td>
          <ol className="flex gap-x-3 whitespace-nowrap">
            {moves.map((move) => (
              <li key={`${move.stage}${move.at}`} className="min-w-36">
                <MoveText move={move} place={place} />
              </li>
            ))}
          </ol>
        </Td>
      )}
    </>
  );
}

function MoveText({ move, place }: { move: Move; place: Place }) {
  const stageText = useStageText();
  const format = useFormat(place);
  const timed = hasTime(move.at, place.timeZone);
  const at = timed ? format.instant(move.at) : format.instantDay(move.at);
  const number = new Intl.NumberFormat(format.locale, { maximumFractionDigits: 2 });
  const amount = (text: string) =>
    Number.isFinite(Number(text)) ? number.format(Number(text)) : text;
  return (
    <>
      <b className="font-medium">{stageText(move.stage).label}</b>{' '}
      <span className="text-ink-2">{at}</span>
      {move.amount !== null && <span className="ml-1.5">{amount(move.amount)}</span>}
    </>
  );
}

function Held({ row, width }: { row: PreviewRow; width: number }) {
  const t = useTranslations('imports');
  const { problem } = row;
  const detail = problem && heldDetail(problem.code, problem.message);
  return (
    <Td colSpan={width}>
      <p className="max-w-[min(48rem,60vw)] font-medium text-note-700">
        {problem ? t(`code.${problem.code}`) : t('check.ignored')}
        {detail && <bdi className="ml-2 font-normal break-words">{detail}</bdi>}
        {problem && (
          <span className="ml-2 font-normal text-ink-2">{t(`mend.${problem.code}`)}</span>
        )}
      </p>
      <p className="max-w-[min(48rem,60vw)] truncate text-ink-3">
        <PartedValues values={row.cells.map((cell) => cell || '–')} />
      </p>
    </Td>
  );
}
