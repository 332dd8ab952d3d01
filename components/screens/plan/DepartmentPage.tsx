'use client';
import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { useText } from '#components/ui/useText.tsx';
import { addMonths } from '#lib/bowtie/localDay.ts';
import type { Department } from '#lib/bowtie/plan/planTypes.ts';
import { settingsOptions } from '#lib/query/settingsOptions.ts';
import { departmentSheet } from '#lib/view/plan/departmentSheet.ts';
import { openingOf, planEnd } from '#lib/view/plan/planState.ts';
import { stageName } from '#lib/view/text.ts';
import { SectionHead } from '../SectionHead.tsx';
import { DepartmentTable } from './DepartmentTable.tsx';
import { DepartmentWhy } from './DepartmentWhy.tsx';
import { KeepTable } from './KeepTable.tsx';
import type { PlanPart } from './planPart.ts';
import { TrackSection } from './track/TrackSection.tsx';

/** One department's year on one page: who, how much in which month, and why. */
export function DepartmentPage({ department, ...part }: PlanPart & { department: Department }) {
  const { facts, input, result, format } = part;
  const t = useTranslations('plan.department');
  const { text } = useText();
  const settings = useQuery(settingsOptions(facts.slug));
  const people = settings.data?.data.people ?? [];
  const sheet = departmentSheet(department, { input, result, people });
  const heads = [
    ...[t('stage'), t('locked')],
    ...sheet.months.map((month) => format.month(`${month}-01`)),
    ...[t('later'), t('total')],
  ];
  const table = () => [
    heads,
    ...sheet.lines.map(({ stage, locked, months, later, total }) => [
      ...[text(stageName(stage)), locked, ...months, later, total],
    ]),
  ];
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <h1 className="sr-only">{t('label')}</h1>
      <p className="hidden text-sm print:block">
        {facts.name} · {format.span(input.start, addMonths(input.start, input.months))}
      </p>
      <div>
        <SectionHead
          id="plan-department"
          title={t(`name.${department}`)}
          hint={t('sentence', {
            from: format.shortMoney(String(openingOf(input))),
            to: format.shortMoney(input.target_arr),
            by: format.day(planEnd(input.start, input.months)),
          })}
          name={`${facts.slug}-plan-${department}`}
          table={table}
        >
          <Button size="sm" className="print:hidden" onClick={() => window.print()}>
            <Printer aria-hidden className="mr-1 size-3.5" />
            {t('print')}
          </Button>
        </SectionHead>
        <p className="text-sm">
          <b className="font-medium">{t('people')}</b>{' '}
          {/* Nobody is known before the answer is there. */}
          {settings.data && (sheet.people.length === 0 ? t('nobody') : sheet.people.join(', '))}
        </p>
      </div>
      <TrackSection {...part} department={department} />
      {sheet.lines.length > 0 && <DepartmentTable sheet={sheet} format={format} />}
      {sheet.keep && <KeepTable keep={sheet.keep} months={sheet.months} format={format} />}
      <DepartmentWhy part={part} sheet={sheet} />
    </article>
  );
}
