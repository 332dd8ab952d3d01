'use client';
import { useText } from '#components/ui/useText.tsx';
import { groupName } from '#lib/view/groupName.ts';

type Props = { id: string; segments: readonly string[] };

/** What the fields of segments offer; a known value with the name under which pages show it. */
export function SegmentChoices({ id, segments }: Props) {
  const { text } = useText();
  return (
    <datalist id={id}>
      {segments.map((value) => {
        const name = text(groupName(value));
        return <option key={value} value={value} label={name === value ? undefined : name} />;
      })}
    </datalist>
  );
}
