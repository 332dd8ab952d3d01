export type Choice = { value: string; label: string; hint?: string };

/** Every time zone of the runtime with its offset at `at` and its name in the reader's language. */
export function zoneOptions(locale: string, at: Date, extra: string): Choice[] {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
  if (extra) zones.add(extra);
  return [...zones].sort().map((zone) => zoneOption(zone, locale, at));
}

/** One zone, for a first paint before the list is made. */
export function zoneOption(zone: string, locale: string, at: Date): Choice {
  const offset = part(zone, 'en', 'longOffset', at).replace('GMT', 'UTC');
  const name = part(zone, locale, 'longGeneric', at);
  const hint = name === zone || name.startsWith('GMT') ? offset : `${offset} · ${name}`;
  return { value: zone, label: zone.replaceAll('_', ' '), hint };
}

function part(zone: string, locale: string, style: 'longOffset' | 'longGeneric', at: Date): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: style });
  return format.formatToParts(at).find((each) => each.type === 'timeZoneName')?.value ?? zone;
}
