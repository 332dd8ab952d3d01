'use client';
import { useTranslations } from 'next-intl';
import { Checkbox } from '#components/ui/Checkbox.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { PlanRole } from '#lib/bowtie/plan/planTypes.ts';
import { groupName } from '#lib/view/groupName.ts';
import { looseTiers, tiersOf, writeTiers } from '#lib/view/plan/setRole.ts';
import { stageName } from '#lib/view/text.ts';
import type { PlanPart } from '../planPart.ts';
import { settingOf } from './settingOf.ts';

/** The tiers that a role works on: one at least, or it does nothing. */
export function RoleTiers({ part, role }: { part: PlanPart; role: PlanRole }) {
  const { input, base } = part;
  const t = useTranslations('planInputs.people');
  const { text } = useText();
  const { put } = settingOf(part);
  const tiers = input.segments.map(({ key }) => key);
  if (tiers.length < 2) return null;
  const works = tiersOf(role, tiers);
  const loose = looseTiers(input, role.stage);
  const before = base.capacity.find((one) => one.role === role.role) ?? {};
  const change = (tier: string, wanted: boolean) => {
    const next = tiers.filter((one) => (one === tier ? wanted : works.includes(one)));
    const settings = writeTiers(before, next, tiers);
    put(settings.map((one) => ({ ...one, of: 'r' as const, key: role.role })));
  };
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm">{t('tiers')}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1.5">
        {tiers.map((tier) => {
          const checked = works.includes(tier);
          return (
            <Checkbox
              key={tier}
              checked={checked}
              disabled={checked && works.length === 1}
              onChange={(wanted) => change(tier, wanted)}
            >
              <span className="text-sm">{text(groupName(tier))}</span>
            </Checkbox>
          );
        })}
      </div>
      {loose.map((tier) => (
        <p key={tier} role="status" className="mt-1.5 text-xs text-warn-600">
          {t('loose', { stage: text(stageName(role.stage)), tier: text(groupName(tier)) })}
        </p>
      ))}
    </fieldset>
  );
}
