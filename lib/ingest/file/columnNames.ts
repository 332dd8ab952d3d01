/** A name for each column: the header's, made unique; its number where there is none. */
export function columnNames(first: readonly string[], header: boolean): string[] {
  if (!header) return first.map((_, index) => String(index + 1));
  const used = new Set<string>();
  return first.map((cell, index) => {
    const told = cell.replaceAll('\0', '\ufffd').toWellFormed().trim();
    const plain = told === '' ? `column ${index + 1}` : told;
    let name = plain;
    for (let again = 2; used.has(name); again += 1) name = `${plain} (${again})`;
    used.add(name);
    return name;
  });
}
