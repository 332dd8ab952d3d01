'use client';
import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import { stageName } from '#lib/view/text.ts';
import { SectionHead } from '../SectionHead.tsx';
import type { PlanPart } from './planPart.ts';

/** Who carries it: heads that are there, heads that it takes, and when to hire. */
export function CapacitySection({ facts, input, result, format }: PlanPart) {
  const t = useTranslations('plan.capacity');
  const more = useTranslations('planInputs.capacity');
  const { text } = useText();
  const rows = result.capacity.map((role, i) => {
    const needed = role.months.map((one) => one.heads_needed ?? 0);
    const late = role.hires.filter((hire) => hire.late);
    return {
      role: role.role,
      stage: text(stageName(role.stage)),
      have: input.capacity[i]?.heads ?? 0,
      peak: Math.max(0, ...needed),
      binds: role.months.filter(({ binds }) => binds === 'capacity').length,
      hires: role.hires,
      decided: input.capacity[i]?.hires ?? [],
      late: late.reduce((sum, { heads }) => sum + heads, 0),
      cost: role.hire_cost,
    };
  });
  const hiresOf = ({ hires, decided }: (typeof rows)[number]) =>
    [
      ...decided.map(({ start, heads }) =>
        more('decided', { count: heads, month: format.month(`${start}-01`) }),
      ),
      ...hires.map(({ start, heads }) =>
        t('hire', { count: heads, month: format.month(`${start}-01`) }),
      ),
    ].join(', ');
  const heads = [t('role'), t('stage'), t('have'), t('peak'), t('binds'), t('hires'), t('cost')];
  const table = () => [
    heads,
    ...rows.map((row) => [
      ...[row.role, row.stage, row.have, row.peak, row.binds],
      ...[hiresOf(row), row.cost],
    ]),
  ];
  return (
    <section aria-labelledby="plan-capacity">
      <SectionHead
        id="plan-capacity"
        title={t('title')}
        hint={t('hint')}
        name={`${facts.slug}-plan-capacity`}
        table={table}
      />
      {rows.length === 0 ? (
        <p className="text-sm text-ink-2">{t('none')}</p>
      ) : (
        <Table label={t('table')} className="tabular-nums">
          <thead>
            <tr>
              {heads.map((head, i) => (
                <Th key={head} numeric={(i > 1 && i < 5) || i === 6}>
                  {head}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.role} ${row.stage}`}>
                <Th scope="row">{row.role}</Th>
                <Td>{row.stage}</Td>
                <Td numeric>{format.count(row.have)}</Td>
                <Td numeric>{format.count(Math.ceil(row.peak))}</Td>
                <Td numeric>{row.binds === 0 ? '·' : t('months', { count: row.binds })}</Td>
                <Td className="min-w-52 text-sm">
                  {hiresOf(row) || '·'}
                  {row.late > 0 && (
                    <span className="block text-xs text-warn-600">
                      {t('late', { count: row.late })}
                    </span>
                  )}
                </Td>
                <Td numeric>{row.cost === null ? '—' : format.shortMoney(row.cost)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}
