/** A name for each column: the header's, made unique; its number where there is none. */
export function columnNames(first: readonly string[], header: boolean): string[] {
  if (!header) return first.map((_, index) => String(index + 1));
  const used = new Set<string>();
  // Where to go on counting: thousands of columns may have one name.
  const counted = new Map<string, number>();
  return first.map((cell, index) => {
    const told = cell.replaceAll('\0', '\ufffd').toWellFormed().trim();
    const plain = told === '' ? `column ${index + 1}` : told;
    let name = plain;
    let again = counted.get(plain) ?? 2;
    for (; used.has(name); again += 1) name = `${plain} (${again})`;
    counted.set(plain, again);
    used.add(name);
    return name;
  });
}
