'use client';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { Progress } from '#components/ui/Progress.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useFormat } from '#components/ui/useFormat.ts';
import type { ImportAnswer } from '#lib/contract/ingest.ts';
import type { OrgAnswer } from '#lib/contract/org.ts';
import { isLive } from '#lib/query/importOptions.ts';
import { PARTS } from '#lib/view/imports/equation.ts';
import { progressOf } from '#lib/view/imports/progressOf.ts';
import { StatusTag } from './StatusTag.tsx';

/** On a phone only what asks for a look stays beside the rows. */
const FOLDED = {
  accepted: 'max-md:hidden',
  duplicates: 'max-md:hidden',
  quarantined: '',
  ignored: 'max-md:hidden',
} as const;

type Props = { org: OrgAnswer; imports: readonly ImportAnswer[] };

export function ImportsTable({ org, imports }: Props) {
  const t = useTranslations('imports');
  return (
    <div className="overflow-hidden rounded-xl border border-line bg-surface">
      <Table label={t('list.label')}>
        <thead className="bg-sunken">
          <tr>
            <Th>{t('list.file')}</Th>
            <Th>{t('list.status')}</Th>
            <Th numeric>{t('list.received')}</Th>
            {PARTS.map((part) => (
              <Th key={part} numeric className={cx('first-letter:uppercase', FOLDED[part])}>
                {t(`part.${part}`)}
              </Th>
            ))}
            <Th className="max-sm:hidden">{t('list.when')}</Th>
          </tr>
        </thead>
        <tbody className="[&_tr:last-child_td]:border-0">
          {imports.map((one) => (
            <ImportRow key={one.id} org={org} one={one} />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function ImportRow({ org, one }: { org: OrgAnswer; one: ImportAnswer }) {
  const t = useTranslations('imports');
  const number = new Intl.NumberFormat(useLocale());
  const format = useFormat({ currency: org.currency, timeZone: org.time_zone });
  return (
    <tr className="hover:bg-sunken/60">
      <Td className="min-w-44">
        <Link
          href={`/${org.slug}/data/imports/${one.id}`}
          className="font-medium break-all underline-offset-4 hover:underline"
        >
          {one.file_name}
        </Link>
        <span className="block text-xs break-words text-ink-3">
          {t(`kind.${one.kind}`)}
          {one.mapping_name !== null && ` · ${t('list.mapping', { name: one.mapping_name })}`}
        </span>
      </Td>
      <Td>
        <StatusTag status={one.status} dryRun={false} />
        {isLive(one) && (
          <div className="mt-1.5 w-24">
            <Progress label={t('result.live')} value={progressOf(one)} />
          </div>
        )}
      </Td>
      <Td numeric>{number.format(one.received)}</Td>
      {PARTS.map((part) => (
        <Td
          key={part}
          numeric
          className={cx(
            FOLDED[part],
            one[part] === 0 && 'text-ink-3',
            part === 'quarantined' && one[part] > 0 && 'text-warn-600',
          )}
        >
          {number.format(one[part])}
        </Td>
      ))}
      <Td className="whitespace-nowrap text-ink-2 max-sm:hidden">
        {format.instant(one.created_at)}
      </Td>
    </tr>
  );
}
