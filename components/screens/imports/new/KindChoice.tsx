'use client';
import { useTranslations } from 'next-intl';
import type { ImportKind } from '#lib/contract/ingest.ts';
import { ChoiceCards } from './ChoiceCards.tsx';

const ORDER = ['events', 'accounts', 'contracts'] as const satisfies readonly ImportKind[];

type Props = { kind: ImportKind; onChange: (kind: ImportKind) => void };

export function KindChoice({ kind, onChange }: Props) {
  const t = useTranslations('imports');
  return (
    <ChoiceCards
      legend={t('upload.kind')}
      value={kind}
      options={ORDER.map((each) => ({
        value: each,
        label: t(`kind.${each}`),
        hint: t(`kindHint.${each}`),
      }))}
      onChange={onChange}
    />
  );
}
