/**
 * What a row's own message says beyond its code, which is translated: the value that was found.
 * Null where the code says it all.
 */
export function heldDetail(code: string, message: string): string | null {
  if (code === 'no_events') return null;
  const parts = message.split("'");
  return parts.length === 3 ? (parts[1] ?? message) : message;
}
