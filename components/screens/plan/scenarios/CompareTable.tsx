'use client';
import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import { compareRows } from '#lib/view/plan/compareScenarios.ts';
import type { ScenarioLine } from '#lib/view/plan/scenarioInput.ts';

/** Scenarios in columns; under each number its difference to the first. */
export function CompareTable({
  lines,
  format,
}: {
  lines: readonly ScenarioLine[];
  format: Format;
}) {
  const t = useTranslations('plan.compare');
  const { text } = useText();
  return (
    <Table label={t('table')} className="tabular-nums sm:max-w-4xl">
      <thead>
        <tr>
          <Th>{t('what')}</Th>
          {lines.map(({ id, name }) => (
            <Th key={id} numeric>
              {name}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {compareRows(lines, format).map(({ id, name, cells }) => (
          <tr key={id}>
            <Th scope="row">{text(name)}</Th>
            {cells.map(({ shown, difference }, i) => (
              <Td key={lines[i]?.id ?? ''} numeric>
                {shown}
                {difference !== null && (
                  <span className="ml-2 inline-block min-w-16 text-xs text-ink-3">
                    {difference}
                  </span>
                )}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
