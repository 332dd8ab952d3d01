/** A flag of a chart with its words. */
export type Flagged = {
  /** Which period of the axis, by its index; and the last one that one of its notes touches. */
  slot: number;
  last: number;
  tag: string;
  label: string;
  lines: readonly string[];
  onPick: () => void;
};

/** Room above the plot that flags need. */
export const FLAG_ROOM = 24;
