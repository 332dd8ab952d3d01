'use client';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { goneRoles, roleLines } from '#lib/view/plan/roleLines.ts';
import type { PlanPart } from '../planPart.ts';
import { AddRole } from './AddRole.tsx';
import { Fold } from './Fold.tsx';
import { RoleEditor } from './RoleEditor.tsx';
import { settingOf } from './settingOf.ts';

/** Who does the work: roles with what a head does, how many there are, and who is to come. */
export function PeoplePanel(part: PlanPart) {
  const { input, base, result, meta } = part;
  const t = useTranslations('planInputs.people');
  const { overrides, put } = settingOf(part);
  const { assumptions } = meta;
  const roles = roleLines({ input, base, result, assumptions, overrides });
  const gone = goneRoles(base, input);
  const short = roles.filter((one) => one.short).length;
  return (
    <Fold title={t('title')} says={t('summary', { roles: roles.length, short })}>
      {roles.length === 0 && <p className="text-sm text-ink-2">{t('none')}</p>}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-1">
        {roles.map((one) => (
          <li key={one.role.role}>
            <RoleEditor part={part} line={one} />
          </li>
        ))}
      </ul>
      {gone.map((role) => (
        <div key={role} className="flex items-center justify-between gap-2 text-xs text-ink-2">
          <span>{t('gone', { role })}</span>
          <Button
            size="sm"
            onClick={() => put([{ of: 'r', key: role, field: 'gone', value: null }])}
          >
            {t('back', { role })}
          </Button>
        </div>
      ))}
      <AddRole part={part} />
    </Fold>
  );
}
