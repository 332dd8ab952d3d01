'use client';
import { useTranslations } from 'next-intl';
import { SearchSelect } from '#components/ui/SearchSelect.tsx';
import { columnOf, type Target, targetsFor } from '#lib/view/imports/targets.ts';
import type { DraftDesk } from './useImportDraft.ts';
import { useTargetText } from './useTargetText.ts';

type Props = {
  label: string;
  desk: DraftDesk;
  value: Target | null;
  onChange: (target: Target | null) => void;
};

/** All that a column can become; what another column feeds says so, and can be taken over. */
export function TargetSelect({ label, desk, value, onChange }: Props) {
  const t = useTranslations('imports.columns');
  const text = useTargetText();
  const { mapping, draft } = desk;
  const targets = targetsFor(draft.kind, mapping.wide !== undefined);
  const options = targets.map((target) => {
    const { label: name, hint } = text(target);
    const taken = target === value ? undefined : columnOf(mapping, target);
    return { value: target, label: name, hint: taken ? t('taken', { column: taken }) : hint };
  });
  return (
    <div className="min-w-0 flex-1">
      <SearchSelect
        label={label}
        muted={value === null}
        options={[{ value: 'none', label: t('unused') }, ...options]}
        value={value ?? 'none'}
        onChange={(next) => onChange(next === 'none' ? null : (next as Target))}
      />
    </div>
  );
}
