'use client';
import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { InputDiff } from '#lib/view/plan/inputDiffs.ts';

type Props = { label: string; names: readonly string[]; diffs: readonly InputDiff[] };

/** Inputs that are not the same, in columns of what is held against what. */
export function DiffTable({ label, names, diffs }: Props) {
  const t = useTranslations('scenarios.compare');
  const { text } = useText();
  return (
    <Table label={label} className="tabular-nums">
      <thead>
        <tr>
          <Th className="px-1">{t('input')}</Th>
          {names.map((name) => (
            <Th key={name} numeric className="px-1">
              {name}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {diffs.map(({ id, of, name, cells }) => (
          <tr key={id}>
            <Th scope="row" className="px-1 font-normal whitespace-normal!">
              {text(name)}
              {of !== null && <span className="text-xs text-ink-3"> {text(of)}</span>}
            </Th>
            {cells.map((cell, i) => (
              <Td key={names[i]} numeric className="px-1">
                <span className="inline-block max-w-32 whitespace-normal">
                  {cell === null ? '—' : text(cell)}
                </span>
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
