import { CentsSum } from './CentsSum.ts';
import { SortedRuns } from './SortedRuns.ts';

/** What cells, changes and entries say of one bucket and group, until it becomes counts. */
export class Gathered {
  entries = 0;
  implied = 0;
  unconverted = 0;
  readonly cents = new CentsSum();
  /** Runs and histograms of whole months, packed as they are until all of them are there. */
  readonly packed: Uint8Array[] = [];
  /** Durations with their kind; the moments that open entries were entered at. */
  readonly ended = new SortedRuns();
  readonly open = new SortedRuns();
  readonly endedLess: number[] = [];
  readonly openLess: number[] = [];
  /** By turns a cell of the grid with its kind, and a count. */
  readonly binned: number[] = [];
  /** Single ones beside the bins, in no order. */
  readonly kept: number[] = [];

  addSums(entries: number, implied: number, unconverted: number, cents: number | bigint): void {
    this.entries += entries;
    this.implied += implied;
    this.unconverted += unconverted;
    this.cents.add(cents);
  }
}
