'use client';
import { useTranslations } from 'next-intl';
import { ApiError } from '#lib/query/ApiError.ts';
import type { OrgField } from '#lib/view/orgs/orgForm.ts';
import { useErrorText } from '../useErrorText.ts';

type Faults = { fields: Partial<Record<OrgField, string>>; general: string | null };

const WORDED = ['name', 'slug', 'stages', 'segment_rule'] as const;

/** Says at each field what is wrong with it, and below what concerns no field. */
export function useOrgFaults(faulty: readonly OrgField[], error: unknown): Faults {
  const t = useTranslations('orgs.fault');
  const errorText = useErrorText();
  const fields: Faults['fields'] = {};
  for (const field of WORDED) if (faulty.includes(field)) fields[field] = t(field);
  if (error instanceof ApiError && error.code === 'conflict') {
    return { fields: { ...fields, slug: t('taken') }, general: null };
  }
  return { fields, general: error ? errorText(error) : null };
}
