import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import type { CauseView } from '#lib/view/plan/forecastCauses.ts';

type Props = { view: CauseView; before: string; format: Format };

/** The reasons to the cent, so that one can see them add up. */
export function ForecastCauseTable({ view, before, format }: Props) {
  const t = useTranslations('track.forecast');
  return (
    <Table label={t('why.label')} className="tabular-nums">
      <thead>
        <tr>
          <Th>{t('why.cause')}</Th>
          <Th numeric>{t('why.records')}</Th>
          <Th numeric>{t('why.amount')}</Th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <Th scope="row">{t('why.before', { day: before })}</Th>
          <Td />
          <Td numeric className="font-semibold">
            {format.cents(view.before)}
          </Td>
        </tr>
        {view.steps.map(({ cause, records, arr }) => (
          <tr key={cause}>
            <Th scope="row" className="font-normal">
              {t(`cause.${cause}`)}
            </Th>
            <Td numeric>{records === null ? '·' : format.count(records)}</Td>
            <Td numeric>{format.cents(arr)}</Td>
          </tr>
        ))}
        <tr>
          <Th scope="row">{t('why.after')}</Th>
          <Td />
          <Td numeric className="font-semibold">
            {format.cents(view.after)}
          </Td>
        </tr>
      </tbody>
    </Table>
  );
}
