'use client';
import { useTranslations } from 'next-intl';
import type { Option } from './Select.tsx';

/** What a closed list of many shows: all, the only one, or the first and how many more. */
export function useShownChoice(
  options: readonly Option<string>[],
  value: readonly string[],
): string {
  const t = useTranslations('ui');
  const [first, ...more] = value;
  if (first === undefined) return t('all');
  const name = options.find((option) => option.value === first)?.label ?? first;
  return more.length === 0 ? name : t('plus', { first: name, more: more.length });
}
