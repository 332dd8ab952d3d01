import type { FanPoint } from '#lib/bowtie/plan/planFan.ts';
import type { PlanFigure } from '#lib/view/plan/planFigure.ts';

/** Widths are points at most: what is too wide for the sheet is narrowed in proportion. */
export type Column = { head: string; width: number; align?: 'right' };
export type TableRow = { cells: string[]; isSum?: boolean };
export type PaperTable = { kind: 'table'; title?: string; columns: Column[]; rows: TableRow[] };

/** A stage of the drawn bowtie in words. */
export type PlateWords = { name: string; count: string; times: string; rate: string; was: string };

export type Block =
  | { kind: 'heading' | 'lead' | 'text' | 'note'; text: string }
  | { kind: 'figures'; items: { label: string; value: string; isMain: boolean }[] }
  | { kind: 'points'; items: { tag: string; text: string; mend: string | null }[] }
  | { kind: 'lines'; items: string[] }
  | { kind: 'bars'; charts: BarChart[] }
  | { kind: 'bowtie'; figure: PlanFigure; words: PlateWords[]; loop: string }
  | { kind: 'fan'; fan: FanPoint[]; opening: number; target: number; money: FanWords }
  | PaperTable;

export type BarChart = { title: string; isLoop: boolean; bars: Bar[] };
type Bar = { month: string; count: string; value: number };

/** The amounts and months beside the axes of a fan. */
export type FanWords = {
  /** The least and the most that is drawn. */
  low: number;
  high: number;
  ticks: FanAmount[];
  ends: FanAmount[];
  months: string[];
};
type FanAmount = { at: number; text: string };

/** Begins on a sheet of its own and goes on over as many as it needs. */
export type PaperPage = { title: string; hint: string | null; blocks: Block[] };

/** All that is on paper, in words and numbers; how it looks is decided where it is drawn. */
export type PaperDocument = {
  title: string;
  org: string;
  locale: string;
  /** Said on each sheet: that it is the sample. */
  mark: string | null;
  foot: string;
  pageOf: (page: number, pages: number) => string;
  pages: PaperPage[];
};
