/** A name as it is kept: without space around it and with single spaces inside. */
export function tidyName(name: string): string {
  return name.trim().replace(/\s+/gu, ' ');
}

/** Names that a reader takes for the same have the same key. */
export function nameKey(name: string): string {
  return tidyName(name).normalize('NFKC').toLowerCase();
}
