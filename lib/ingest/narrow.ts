const WIDE = /[\u3000\uff01-\uff5e\uffe5]/;

/** Digits and signs as wide as Chinese letters, in their usual width: `２０２６／１` is `2026/1`. */
export function narrow(text: string): string {
  if (!WIDE.test(text)) return text;
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replaceAll('\uffe5', '¥');
}
