'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { CompareGroup } from '#lib/view/plan/compareScenarios.ts';
import type { ScenarioLine } from '#lib/view/plan/scenarioInput.ts';
import { GroupHead, STICKY } from './GroupHead.tsx';

type Props = {
  group: CompareGroup;
  lines: readonly ScenarioLine[];
  /** Also what is the same everywhere. */
  all: boolean;
  children: ReactNode;
};

/** One group of lines; beside each number its difference to the first. */
export function CompareRows({ group: { id, rows }, lines, all, children }: Props) {
  const t = useTranslations('scenarios.compare');
  const { text } = useText();
  // What it comes to is told in full: that something stays the same is an answer, too.
  const shown = all || id === 'result' ? rows : rows.filter(({ differs }) => differs);
  return (
    <tbody>
      <GroupHead title={t(`group.${id}`)} columns={lines.length}>
        {children}
      </GroupHead>
      {shown.length === 0 && (
        <tr>
          <Td colSpan={lines.length + 1} className="text-ink-2">
            {t('noDifference')}
          </Td>
        </tr>
      )}
      {shown.map((row) => (
        <tr key={row.id}>
          <Th scope="row" className={STICKY}>
            {text(row.name)}
          </Th>
          {row.cells.map((cell, i) => (
            <Td key={lines[i]?.id} numeric>
              {cell.difference !== null && (
                <span className="mr-2 text-xs text-ink-2">{text(cell.difference)}</span>
              )}
              {cell.shown}
            </Td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
