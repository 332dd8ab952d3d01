/** Values of one dimension filter: repeated or comma-separated; a backslash keeps a comma. */
export function splitValues(raw: string | string[]): string[] {
  const list = Array.isArray(raw) ? raw : [raw];
  const parts = list.flatMap((text) => text.match(/(?:\\.|[^,\\])+/gs) ?? []);
  return [...new Set(parts.map((part) => part.replace(/\\(.)/gs, '$1')))];
}

/** The inverse of `splitValues` for one parameter. */
export function joinValues(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\,]/g, '\\$&')).join(',');
}
