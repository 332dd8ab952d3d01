import { gridCell } from '#lib/bowtie/durationGrid.ts';
import { BinCounter } from './Bins.ts';
import { ByteReader } from './ByteReader.ts';
import type { ByteWriter } from './ByteWriter.ts';
import { HOUR, KEPT } from './encodeCoarse.ts';
import { AGED, EXACT, encodeMoments } from './encodeRun.ts';
import { KINDS } from './kinds.ts';
import { ageBin } from './openAges.ts';
import { eachHour, listEnded, listMoments, readGrid } from './readRun.ts';

/** From the first hour of a stretch up to the one behind its last. */
export type Hours = { first: number; end: number };

/** Runs and histograms of several months as one histogram; the longest durations stay exact. */
export class MergedRun {
  readonly #bins = new BinCounter();
  readonly #hours = new Map<number, number>();
  #ended: number[] = [];
  #moments: number[] = [];

  /** All that is in the run of one cell. */
  add(bytes: Uint8Array): void {
    const reader = new ByteReader(bytes);
    if (reader.byte() === EXACT) {
      for (const key of listEnded(reader)) this.#ended.push(key);
      for (const at of listMoments(reader)) this.#moments.push(at);
      return;
    }
    readGrid(reader, this.#bins);
    for (let left = reader.number(); left > 0; left -= 1) {
      const ms = reader.number();
      this.#ended.push(ms * KINDS + reader.byte());
    }
    for (const at of listMoments(reader)) this.#moments.push(at);
    eachHour(reader, (hour, count) => this.#addHour(hour, count));
    for (const at of listMoments(reader)) this.#moments.push(at);
  }

  /** Writes all that was added, and begins anew. */
  write(out: ByteWriter, { first, end }: Hours): void {
    const ended = this.#ended.sort((a, b) => a - b);
    const kept = Math.max(0, ended.length - KEPT);
    for (const key of ended.slice(0, kept)) {
      this.#bins.add(gridCell(Math.floor(key / KINDS)), key % KINDS, 1);
    }
    const moments = Float64Array.from(this.#moments).sort();
    const oldest = Math.min(KEPT, moments.length);
    const youngest = Math.max(oldest, moments.length - 1);
    for (const at of moments.subarray(oldest, youngest)) this.#addHour(Math.floor(at / HOUR), 1);
    out.byte(AGED);
    this.#writeGrid(out);
    out.number(ended.length - kept);
    for (const key of ended.slice(kept)) {
      out.number(Math.floor(key / KINDS));
      out.byte(key % KINDS);
    }
    writeMoments(out, moments.subarray(0, oldest));
    this.#writeAges(out, { first, end });
    writeMoments(out, moments.subarray(youngest));
    [this.#ended, this.#moments] = [[], []];
    this.#hours.clear();
  }

  #addHour(hour: number, count: number): void {
    this.#hours.set(hour, (this.#hours.get(hour) ?? 0) + count);
  }

  #writeGrid(out: ByteWriter): void {
    const { keys, counts } = this.#bins.take();
    let before = 0;
    for (const [i, key] of keys.entries()) {
      out.number(counts[i] ?? 0);
      out.number(key - before);
      before = key;
    }
    out.number(0);
  }

  /** Pairs of a count and a step to the next bin; a count of 0 ends them. */
  #writeAges(out: ByteWriter, { first, end }: Hours): void {
    const counts = new Map<number, number>();
    for (const [hour, count] of this.#hours) {
      const bin = ageBin(end - 1 - hour);
      counts.set(bin, (counts.get(bin) ?? 0) + count);
    }
    // The oldest bin goes beyond its oldest entry, and must not be told as older than what is kept.
    const oldest = Math.max(first, Math.min(end, ...this.#hours.keys()));
    out.number(oldest);
    out.number(end - oldest);
    let before = 0;
    for (const [bin, count] of [...counts].sort(([a], [b]) => a - b)) {
      out.number(count);
      out.number(bin - before);
      before = bin;
    }
    out.number(0);
  }
}

function writeMoments(out: ByteWriter, moments: Float64Array): void {
  encodeMoments(
    out,
    moments,
    Int32Array.from(moments, (_, i) => i),
  );
}
