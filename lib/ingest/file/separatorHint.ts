const HINT = /^\s*"?sep=(.?)"?\s*$/i;

/** The first line `sep=;` tells Excel how the file is separated and is none of its rows. */
export function separatorHint(line: string): string | null {
  if (line.length > 20) return null;
  return HINT.exec(line)?.[1] ?? null;
}
