const UNITS: Record<string, number> = {
  ...{ k: 1e3, m: 1e6, b: 1e9, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 },
};

/** An amount as people type it: 6M, 6.0 m, 600万, 6,000,000. Null where it is none. */
export function readAmount(text: string): number | null {
  const bare = text
    .normalize('NFKC')
    .replace(/[\s,'’_]/g, '')
    .replace(/^\p{Sc}|\p{Sc}$/gu, '');
  const found = /^(\d+(?:\.\d+)?)([kmb万萬亿億])?$/i.exec(bare);
  if (found === null) return null;
  const value = Number(found[1]) * (UNITS[(found[2] ?? '').toLowerCase()] ?? 1);
  return Number.isFinite(value) && value < 1e15 ? value : null;
}
