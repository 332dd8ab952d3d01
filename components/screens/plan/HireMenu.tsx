'use client';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Menu, MenuItem } from '#components/ui/Menu.tsx';
import { triggerClass } from '#components/ui/triggerClass.ts';
import type { PlanResult } from '#lib/bowtie/plan/planTypes.ts';
import { type Hire, namedHires } from '#lib/view/plan/moves.ts';

type Props = {
  result: PlanResult;
  busy: boolean;
  onHire: (hires: readonly Hire[]) => void;
};

/** The other way: people, all whom the plan names or those of one role. */
export function HireMenu({ result, busy, onHire }: Props) {
  const t = useTranslations('scenarios.move');
  const hires = namedHires(result);
  if (hires.length === 0) return null;
  const heads = hires.reduce((sum, one) => sum + one.heads, 0);
  const trigger = (
    <button type="button" disabled={busy} className={triggerClass('chip')}>
      {t('hireNow')}
      <ChevronDown aria-hidden className="size-3.5 text-ink-3" />
    </button>
  );
  return (
    <Menu trigger={trigger} align="start">
      {hires.length > 1 && (
        <MenuItem onSelect={() => onHire(hires)}>{t('hireAll', { count: heads })}</MenuItem>
      )}
      {hires.map((one) => (
        <MenuItem key={one.role} onSelect={() => onHire([one])}>
          {t('hireRole', { count: one.heads, role: one.role })}
        </MenuItem>
      ))}
    </Menu>
  );
}
