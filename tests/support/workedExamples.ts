import { readFileSync } from 'node:fs';

// biome-ignore lint/suspicious/noExplicitAny: the shape differs from example to example
type Values = any;
type Example = { id: string; inputs: Values; exact: Values; expected: Values };

const file = new URL('./cases/worked-examples.json', import.meta.url);
const parsed: Record<string, Example[]> | Example[] = JSON.parse(readFileSync(file, 'utf8'));
const EXAMPLES: Example[] = Array.isArray(parsed) ? parsed : Object.values(parsed).flat();

/** A published worked example by its id. */
export function workedExample(id: string): Example {
  const found = EXAMPLES.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no worked example ${id}`);
  return found;
}
