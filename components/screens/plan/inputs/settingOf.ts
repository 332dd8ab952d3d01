import { isAt, readOverrides } from '#lib/view/plan/overrides.ts';
import { type Setting, withSettings } from '#lib/view/plan/settings.ts';
import type { PlanPart } from '../planPart.ts';

/** What was set by hand, and how to set more of it. */
export function settingOf({ state, onChange }: Pick<PlanPart, 'state' | 'onChange'>) {
  const overrides = readOverrides(state.set);
  return {
    overrides,
    put: (settings: readonly Setting[]) => onChange({ set: withSettings(state.set, settings) }),
    isSet: (of: 's' | 'r', key: string, field: string) =>
      overrides.some((one) => isAt(one, { of, key, field })),
  };
}
