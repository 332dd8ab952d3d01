/** Open entries at the end of a stretch are five days old at least; see `planMonths`. */
const YOUNGEST = 120;
/** A year and a day more. */
const MOST = 367 * 24;

/**
 * Bins for the hours of a stretch, counted from its end: the farther away, the more hours are one.
 * The middle of a bin is at most 0.42 % of an entry's age off, as that of an hour is at the end;
 * bins have an odd number of hours, so that their middle is that of an hour.
 */
function fill() {
  const starts: number[] = [];
  const bins = new Int16Array(MOST);
  for (let hour = 0; hour < MOST; ) {
    const wide = Math.floor((YOUNGEST + hour) / YOUNGEST);
    const size = wide % 2 === 0 ? wide - 1 : wide;
    bins.fill(starts.length, hour, hour + size);
    starts.push(hour);
    hour += size;
  }
  return { starts: [...starts, MOST], bins };
}

const { starts, bins } = fill();

/** The bin of an hour that lies so many before the last one of a stretch. */
export function ageBin(hoursBefore: number): number {
  return bins[Math.min(Math.max(hoursBefore, 0), MOST - 1)] ?? 0;
}

/** The hour in the middle of a bin, as hours before the last one of a stretch. */
export function ageBinMiddle(bin: number): number {
  return Math.floor(((starts[bin] ?? 0) + (starts[bin + 1] ?? MOST) - 1) / 2);
}
