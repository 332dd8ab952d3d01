/** Any value as JSON; one that is nested too deep to be written again only says so. */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch {
    return '"(nested too deep)"';
  }
}
