// Codes of ISO 4217 that ICU does not list: metals, units of account, and its youngest ones.
const OTHERS = 'XAG XAU XBA XBB XBC XBD XCG XDR XPD XPT XSU XUA XAD ZWG'.split(' ');

const KNOWN = new Set([...Intl.supportedValuesOf('currency'), ...OTHERS]);

/** Whether a code is a currency of ISO 4217. */
export function isCurrency(code: string): boolean {
  return KNOWN.has(code);
}
