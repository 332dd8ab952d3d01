import { describe, expect, it } from 'vitest';
import { placeArrival } from '#lib/ingest/replay/placeArrival.ts';

const at = { receivedAt: 5, importId: null, line: 3 };
const kept = (arrival: bigint, line: number, receivedAt = 5) => {
  return { identity: 0, arrival, line, receivedAt, importId: null };
};

describe('the place of a row among arrivals', () => {
  it('is the last one where nothing came after it', () => {
    expect(placeArrival({ ...at, arrival: 4096n }, [])).toBeUndefined();
    expect(placeArrival({ ...at, arrival: 4096n }, [kept(1024n, 1)])).toBeUndefined();
  });

  it('is between the lines of its file or call before and after it', () => {
    const own = { ...at, arrival: 4096n };
    expect(placeArrival(own, [kept(1024n, 1), kept(2048n, 7)])).toBe(1536n);
    expect(placeArrival(own, [kept(2048n, 7)])).toBe(1536n);
    expect(placeArrival(own, [kept(1024n, 1), kept(9216n, 0, 9)])).toBe(5120n);
  });

  it('is no number twice, where rows were numbered without gaps', () => {
    const own = { ...at, arrival: 99n };
    expect(placeArrival(own, [kept(10n, 1), kept(11n, 7)])).toBe(9n);
    expect(placeArrival(own, [kept(9n, 0), kept(10n, 1), kept(11n, 7)])).toBe(8n);
  });
});
