const MOST = 31;

/** A name that spreadsheets take and no other sheet has, whatever case it is read in. */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean = [...wanted.replace(/[\\/?*[\]:\p{Cc}]/gu, ' ')].join('').trim();
  const bare = clean.replace(/^'+|'+$/g, '') || '-';
  for (let n = 1; ; n += 1) {
    const tail = n === 1 ? '' : ` ${n}`;
    const name = cut(bare, MOST - tail.length) + tail;
    if (![...taken].some((one) => one.toLowerCase() === name.toLowerCase())) return name;
  }
}

function cut(text: string, most: number): string {
  let kept = '';
  for (const letter of text) {
    if (kept.length + letter.length > most) break;
    kept += letter;
  }
  return kept.trimEnd();
}
