/** A name to keep a mapping by: the file's, without folder, ending, date and counter. */
export function nameOfMapping(fileName: string): string {
  const base = fileName.replace(/^.*[\\/]/, '').replace(/(\.(csv|tsv|txt|tab|gz))+$/i, '');
  const plain = base
    .replace(/[\s_-]*\(?\d{4}[-_.]?\d{2}([-_.]?\d{2})?\)?/g, '')
    .replace(/\s*\(\d+\)$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  return (plain || base).slice(0, 200);
}
