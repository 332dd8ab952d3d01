const KNOWN = new Set(Intl.supportedValuesOf('currency'));

/** Whether a code is a currency of ISO 4217. */
export function isCurrency(code: string): boolean {
  return KNOWN.has(code);
}
