const NONE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text without the signs that XML has no place for: one of them would spoil a whole drawing. */
export function xmlText(text: string): string {
  return text.replace(NONE, '\ufffd');
}
