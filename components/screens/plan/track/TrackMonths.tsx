'use client';
import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { TrackLine } from '#lib/contract/planTrack.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { stageName } from '#lib/view/text.ts';

type Props = { lines: readonly TrackLine[]; format: Format };

/** What was to come in each month, and what did. */
export function TrackMonths({ lines, format }: Props) {
  const t = useTranslations('track');
  const { text } = useText();
  const months = lines[0]?.months ?? [];
  if (months.length === 0) return null;
  return (
    <Table label={t('months')} className="mt-3 tabular-nums">
      <thead>
        <tr>
          <Th>{t('what')}</Th>
          {months.map(({ month }) => (
            <Th key={month} numeric>
              {format.month(`${month}-01`)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.flatMap(({ stage, months: own }) => [
          <tr key={`${stage} target`} className="text-ink-2">
            <Th scope="row" className="font-normal">
              {t('monthTarget', { stage: text(stageName(stage)) })}
            </Th>
            {own.map(({ month, target }) => (
              <Td key={month} numeric>
                {format.count(target)}
              </Td>
            ))}
          </tr>,
          <tr key={`${stage} actual`} className="font-medium">
            <Th scope="row">{t('monthActual', { stage: text(stageName(stage)) })}</Th>
            {own.map(({ month, actual }) => (
              <Td key={month} numeric>
                {actual === null ? '·' : format.count(actual)}
              </Td>
            ))}
          </tr>,
        ])}
      </tbody>
    </Table>
  );
}
