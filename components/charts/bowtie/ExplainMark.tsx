import { SvgButton } from './SvgButton.tsx';

type Props = { label: string; onPress: (anchor: Element) => void };

/** The question mark beside every number. */
export function ExplainMark({ label, onPress }: Props) {
  return (
    <SvgButton label={label} onPress={onPress} className="print:hidden" aside>
      <rect x={-11} y={-11} width={22} height={22} fill="transparent" />
      <circle
        r={6.5}
        className={[
          'fill-transparent stroke-line-strong transition-colors group-hover/button:stroke-ink-2',
          'group-focus-visible/button:stroke-acq-600 group-focus-visible/button:stroke-2',
        ].join(' ')}
      />
      <text
        y={3.2}
        textAnchor="middle"
        className="fill-ink-3 text-[9px] font-semibold group-hover/button:fill-ink"
      >
        ?
      </text>
    </SvgButton>
  );
}
