import { type Override, readOverrides, withOverride, writeOverrides } from './overrides.ts';

/** A field to set, or with `null` to take back. */
export type Setting = Omit<Override, 'value'> & { value: Override['value'] | null };

/** What was set by hand in an address, and the address with more of it set. */
export function withSettings(set: string, settings: readonly Setting[]): string {
  return writeOverrides(settings.reduce<Override[]>(withOverride, readOverrides(set)));
}

/** So long an address is cut by some mail programs and chats. */
const LONGEST = 1800;

/** Whether what was set by hand is better kept as a scenario. */
export function isTooLong(set: string): boolean {
  return encodeURIComponent(set).length > LONGEST;
}
