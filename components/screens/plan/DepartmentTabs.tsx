'use client';
import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { DEPARTMENTS } from '#lib/bowtie/plan/planTypes.ts';
import type { PlanPart } from './planPart.ts';

/** The whole plan, or the page of one department. */
export function DepartmentTabs({ state, onChange }: Pick<PlanPart, 'state' | 'onChange'>) {
  const t = useTranslations('plan.department');
  return (
    <nav
      aria-label={t('label')}
      className="flex gap-4 overflow-x-auto border-b border-line print:hidden"
    >
      {([null, ...DEPARTMENTS] as const).map((one) => {
        const active = state.department === one;
        return (
          <button
            key={one ?? 'all'}
            type="button"
            aria-current={active ? 'page' : undefined}
            onClick={() => onChange({ department: one })}
            className={cx(
              '-mb-px border-b-2 py-2 text-sm whitespace-nowrap',
              active ? 'border-ink font-medium' : 'border-transparent text-ink-2 hover:text-ink',
            )}
          >
            {one === null ? t('all') : t(`name.${one}`)}
          </button>
        );
      })}
    </nav>
  );
}
