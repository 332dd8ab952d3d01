'use client';
import { Select } from '#components/ui/Select.tsx';
import { useText } from '#components/ui/useText.tsx';
import { groupName } from '#lib/view/groupName.ts';

const ALL = '*';

type Props = {
  label: string;
  all: string;
  tiers: readonly string[];
  tier: string | null;
  onChange: (change: { tier: string | null }) => void;
};

/** All tiers or one of them; nothing where there is only one. */
export function TierSelect({ label, all, tiers, tier, onChange }: Props) {
  const { text } = useText();
  if (tiers.length < 2) return null;
  const named = tiers.map((key) => ({ value: key, label: text(groupName(key)) }));
  return (
    <Select
      label={label}
      variant="chip"
      value={tier ?? ALL}
      options={[{ value: ALL, label: all }, ...named]}
      onChange={(next) => onChange({ tier: next === ALL ? null : next })}
    />
  );
}
