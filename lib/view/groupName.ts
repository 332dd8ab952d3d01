import type { Text } from './text.ts';

/** Known values have names in every language; others are the organization's own words. */
const NAMED = new Set(['unknown', 'new_business', 'expansion', 'renewal', 'small', 'mid', 'key']);

export function groupName(value: string): Text | string {
  return NAMED.has(value) ? { key: `terms.value.${value}` } : value;
}
