import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createRandom, type Random } from '#prisma/sample/random.ts';

const FIRST_DAY = Date.UTC(2024, 0, 1) / 86_400_000;
const DAYS = 730;
export const BENCH_FROM = '2024-01-01';
export const BENCH_TO = '2026-01-01';

export const BENCH_COLUMNS = [
  ...['event_id', 'record_id', 'stage', 'occurred_at', 'account_id', 'segment', 'channel'],
  ...['owner', 'product', 'region', 'amount', 'currency'],
] as const;

export const BENCH_VALUES = {
  segment: ['small', 'mid', 'key'],
  channel: ['ads', 'direct', 'events', 'organic', 'outbound', 'partner', 'referral', 'social'],
  owner: Array.from({ length: 120 }, (_, i) => `seller-${i + 1}`),
  product: ['flow', 'guard', 'insight', 'core', 'plus'],
  region: ['amer', 'apac', 'emea', 'latam'],
} as const;

const STEPS = [
  { stage: 'mql', rate: 0.55, days: 6 },
  { stage: 'sql', rate: 0.55, days: 8 },
  { stage: 'sal', rate: 0.8, days: 5 },
  { stage: 'won', rate: 0.35, days: 40 },
  { stage: 'onboarded', rate: 0.9, days: 20 },
  { stage: 'adopted', rate: 0.85, days: 45 },
] as const;

type Pending = Map<number, string[]>;

/** One record's events, each put on its day; what lies behind the last day never happened. */
function addRecord(random: Random, id: number, born: number, pending: Pending): void {
  const pick = (name: keyof typeof BENCH_VALUES) => random.pick(BENCH_VALUES[name]);
  const own = `a${id % 400_000},${pick('segment')},${pick('channel')},${pick('owner')},${pick('product')},${pick('region')}`;
  const amount = `${random.whole(10, 900) * 100}.00,USD`;
  let at = (born + random.next()) * 86_400;
  let ordinal = 0;
  const add = (stage: string): void => {
    const day = Math.floor(at / 86_400);
    if (day >= DAYS) return;
    ordinal += 1;
    const when = new Date((FIRST_DAY * 86_400 + Math.floor(at)) * 1000).toISOString();
    const money = stage === 'sal' || stage === 'won' ? amount : ',';
    const line = `e${id}-${ordinal},r${id},${stage},${when},${own},${money}\n`;
    const list = pending.get(day);
    if (list) list.push(line);
    else pending.set(day, [line]);
  };
  add('prospect');
  for (const { stage, rate, days } of STEPS) {
    at += random.lognormal(days, 0.7) * 86_400;
    if (!random.chance(rate)) {
      if (random.chance(0.8)) add(random.chance(0.5) ? 'lost' : 'no_decision');
      return;
    }
    add(stage);
  }
}

/**
 * Writes exactly `count` events in order of time, as a log is exported: the events of one record
 * lie weeks apart in the file. Holds only what is still to come.
 */
export async function writeEventFile(path: string, count: number, seed: number): Promise<void> {
  const random = createRandom(seed);
  const pending: Pending = new Map();
  const file = createWriteStream(path);
  file.write(`${BENCH_COLUMNS.join(',')}\n`);
  let written = 0;
  let records = 0;
  // A record has about three events on average; the last day takes what is missing.
  const perDay = Math.ceil(count / 2.95 / DAYS);
  for (let day = 0; written < count && day < DAYS; day += 1) {
    const last = day === DAYS - 1;
    const due = (): string[] => pending.get(day) ?? [];
    for (let born = 0; born < perDay || (last && written + due().length < count); born += 1) {
      records += 1;
      addRecord(random, records, day, pending);
    }
    const lines = due().slice(0, count - written);
    pending.delete(day);
    written += lines.length;
    if (!file.write(lines.join(''))) await once(file, 'drain');
  }
  file.end();
  await finished(file);
}
