'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { CompareGroup } from '#lib/view/plan/compareScenarios.ts';
import type { InputDiff } from '#lib/view/plan/inputDiffs.ts';
import type { ScenarioLine } from '#lib/view/plan/scenarioInput.ts';
import { CompareRows } from './CompareRows.tsx';
import { GroupHead, STICKY } from './GroupHead.tsx';

type Props = {
  lines: readonly ScenarioLine[];
  diffs: readonly InputDiff[];
  groups: readonly CompareGroup[];
  /** Chooses whose months are told. */
  monthsOf: ReactNode;
  /** Goes on with a saved plan. */
  onOpen: (id: string) => void;
};

/** Scenarios in columns, what differs first; beside each number its difference to the first. */
export function CompareTable({ lines, diffs, groups, monthsOf, onOpen }: Props) {
  const t = useTranslations('scenarios.compare');
  const { text } = useText();
  const [all, setAll] = useState(false);
  return (
    <>
      <Table label={t('table')} className="tabular-nums sm:max-w-5xl">
        <thead>
          <tr>
            <Th className={STICKY}>{t('what')}</Th>
            {lines.map(({ id, name }) => (
              <Th key={id} numeric className="max-w-56 min-w-32 whitespace-normal!">
                <span className="block">{name}</span>
                {id !== '' && (
                  <Button
                    size="sm"
                    variant="ghost"
                    className="-mr-2.5 print:hidden"
                    aria-label={t('openOf', { name })}
                    onClick={() => onOpen(id)}
                  >
                    {t('open')}
                  </Button>
                )}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          <GroupHead title={t('group.differs')} columns={lines.length} />
          {diffs.length === 0 && (
            <tr>
              <Td colSpan={lines.length + 1} className="text-ink-2">
                {t('same')}
              </Td>
            </tr>
          )}
          {diffs.map(({ id, of, name, cells }) => (
            <tr key={id}>
              <Th scope="row" className={STICKY}>
                {text(name)}
                {of !== null && <span className="font-normal text-ink-3"> {text(of)}</span>}
              </Th>
              {cells.map((cell, i) => (
                <Td
                  key={lines[i]?.id}
                  numeric
                  className={isSame(cell, cells[0]) ? 'text-ink-3' : ''}
                >
                  <span className="inline-block max-w-56 whitespace-normal">
                    {cell === null ? '—' : text(cell)}
                  </span>
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
        {groups.map((group) => (
          <CompareRows key={group.id} group={group} lines={lines} all={all}>
            {group.id === 'month' && monthsOf}
          </CompareRows>
        ))}
      </Table>
      <Button size="sm" className="mt-3 print:hidden" onClick={() => setAll(!all)}>
        {t(all ? 'onlyDiffs' : 'all')}
      </Button>
    </>
  );
}

function isSame(a: InputDiff['cells'][number] | undefined, b: typeof a): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
