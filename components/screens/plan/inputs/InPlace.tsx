'use client';
import { Button } from '#components/ui/Button.tsx';
import { useText } from '#components/ui/useText.tsx';
import { linesAt } from '#lib/view/plan/planProblemLines.ts';
import type { PlanPart } from '../planPart.ts';

type Props = { part: PlanPart; paths: readonly string[] };

/** What is wrong with an input, beside it, and the nearest value that works. */
export function InPlace({ part, paths }: Props) {
  const { input, result, state, format, onChange } = part;
  const { text } = useText();
  const lines = linesAt(paths, { input, result, set: state.set, format });
  return lines.map(({ id, says, weight, mend }) => (
    <div key={id} role={weight === 'note' ? 'note' : 'status'} className="text-xs">
      <p className={weight === 'note' ? 'text-ink-2' : 'text-warn-600'}>{text(says)}</p>
      {mend && (
        <Button size="sm" className="mt-1" onClick={() => onChange(mend.change)}>
          {text(mend.says)}
        </Button>
      )}
    </div>
  ));
}
