import { CentsSum } from './CentsSum.ts';
import { SortedRuns } from './SortedRuns.ts';

/** A duration and a kind as one number, so that to sort it sorts by duration first. */
export const KINDS = 8;

/** What cells, changes and entries say of one bucket and group, until it becomes counts. */
export class Gathered {
  entries = 0;
  implied = 0;
  unconverted = 0;
  readonly cents = new CentsSum();
  /** Durations with their kind; the moments that open entries were entered at. */
  readonly ended = new SortedRuns();
  readonly open = new SortedRuns();
  readonly endedLess: number[] = [];
  readonly openLess: number[] = [];
  /** Counts per cell of the grid and kind. */
  bins: Float64Array | null = null;
  /** Single ones beside the bins, in no order. */
  readonly kept: number[] = [];

  addSums(entries: number, implied: number, unconverted: number, cents: number | bigint): void {
    this.entries += entries;
    this.implied += implied;
    this.unconverted += unconverted;
    this.cents.add(cents);
  }

  bin(cell: number, kind: number, count: number): void {
    const key = cell * KINDS + kind;
    let bins = this.bins ?? new Float64Array(1 << 14);
    if (key >= bins.length) {
      const grown = new Float64Array((key + KINDS) * 2);
      grown.set(bins);
      bins = grown;
    }
    bins[key] = (bins[key] ?? 0) + count;
    this.bins = bins;
  }
}
