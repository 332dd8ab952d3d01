/**
 * Why a file was refused, by the message of the wire: the codes of errors are few, the reasons are
 * many, and readers of every language must learn the mend. Unknown messages are shown as they are.
 */
const REASONS = {
  empty: /is empty/,
  workbook: /Excel|ZIP archive/,
  packed: /gzip inside gzip|bzip2|xz:|zstd|7z archive|RAR archive/,
  binary: /not a table but|is binary/,
  bomb: /times its size/,
  damaged: /gzip data is damaged/,
  encoding: /no known encoding|is not valid [\w-]+ near/,
  quote: /the quote that opens/,
  width: /more than \d+ columns/,
  cut: /upload is cut off/,
  gone: /no longer there|no such upload/,
} as const;
export type Refused = keyof typeof REASONS;

export function refusalOf(message: string): Refused | null {
  for (const [reason, pattern] of Object.entries(REASONS)) {
    if (pattern.test(message)) return reason as Refused;
  }
  return null;
}
