'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { RestatedFigure, RestatementCause } from '#lib/contract/restatements.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { anyStageName } from '#lib/view/text.ts';

type Props = { org: string; figures: readonly RestatedFigure[]; format: Format };

const FIRST = 30;

export function RestatedTable({ org, figures, format }: Props) {
  const t = useTranslations('health.restated');
  const form = useTranslations('home.figure');
  const [all, setAll] = useState(false);
  return (
    <div>
      <div className="overflow-hidden rounded-xl border border-line bg-surface">
        <Table label={`${t('title')}: ${form('table')}`}>
          <thead className="bg-sunken">
            <tr>
              <Th>{t('week')}</Th>
              <Th>{t('stage')}</Th>
              <Th numeric>{t('then')}</Th>
              <Th numeric>{t('now')}</Th>
              <Th>{t('causes')}</Th>
            </tr>
          </thead>
          <tbody className="[&_tr:last-child_td]:border-0 [&_tr:last-child_th]:border-0">
            {(all ? figures : figures.slice(0, FIRST)).map((one) => (
              <FigureLine key={`${one.week} ${one.stage}`} org={org} one={one} format={format} />
            ))}
          </tbody>
        </Table>
      </div>
      {figures.length > FIRST && !all && (
        <Button size="sm" className="mt-3" onClick={() => setAll(true)}>
          {t('all', { n: format.count(figures.length) })}
        </Button>
      )}
    </div>
  );
}

function FigureLine({ org, one, format }: { org: string; one: RestatedFigure; format: Format }) {
  const { text } = useText();
  const paid = one.amount_then !== one.amount_now;
  return (
    <tr className="align-top">
      <Th scope="row" className="font-normal">
        {format.day(one.week)}
      </Th>
      <Td>{text(anyStageName(one.stage))}</Td>
      <Td numeric>
        {format.count(one.entries_then)}
        {paid && <span className="block text-xs text-ink-3">{format.cents(one.amount_then)}</span>}
      </Td>
      <Td numeric>
        <span className="font-semibold">{format.count(one.entries_now)}</span>
        {paid && <span className="block text-xs text-ink-2">{format.cents(one.amount_now)}</span>}
      </Td>
      <Td className="min-w-56">
        <ul>
          {one.causes.map((cause) => (
            <li key={cause.import_id ?? cause.source}>
              <Cause org={org} cause={cause} paid={paid} format={format} />
            </li>
          ))}
        </ul>
      </Td>
    </tr>
  );
}

type CauseProps = { org: string; cause: RestatementCause; paid: boolean; format: Format };

function Cause({ org, cause, paid, format }: CauseProps) {
  const t = useTranslations('health.restated');
  const sign = new Intl.NumberFormat(format.locale, { signDisplay: 'exceptZero' });
  return (
    <>
      <span className="mr-2 inline-block min-w-10 font-medium">{sign.format(cause.entries)}</span>
      {cause.import_id === null ? (
        <span className="text-ink-2">{t('calls', { source: cause.source })}</span>
      ) : (
        <Link
          href={`/${org}/data/imports/${cause.import_id}`}
          className="break-all underline decoration-line-strong underline-offset-4 hover:decoration-ink"
        >
          {cause.file_name}
        </Link>
      )}
      {paid && cause.amount !== '0.00' && (
        <span className="ml-2 text-xs text-ink-3">{format.cents(cause.amount)}</span>
      )}
    </>
  );
}
