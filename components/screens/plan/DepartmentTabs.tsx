'use client';
import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { DEPARTMENTS } from '#lib/bowtie/plan/planTypes.ts';
import { Views } from '../views/Views.tsx';
import type { PlanPart } from './planPart.ts';

type Props = Pick<PlanPart, 'facts' | 'state' | 'onChange'>;

/** The whole plan, or the page of one department. */
export function DepartmentTabs({ facts, state, onChange }: Props) {
  const t = useTranslations('plan.department');
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line print:hidden">
      <nav aria-label={t('label')} className="flex min-w-0 flex-1 gap-4 overflow-x-auto">
        {([null, ...DEPARTMENTS] as const).map((one) => {
          const active = state.department === one;
          return (
            <button
              key={one ?? 'all'}
              type="button"
              aria-current={active ? 'page' : undefined}
              onClick={() => onChange({ department: one })}
              className={cx(
                'border-b-2 py-2 text-sm whitespace-nowrap',
                active ? 'border-ink font-medium' : 'border-transparent text-ink-2 hover:text-ink',
              )}
            >
              {one === null ? t('all') : t(`name.${one}`)}
            </button>
          );
        })}
      </nav>
      <Views page="plan" facts={facts} />
    </div>
  );
}
