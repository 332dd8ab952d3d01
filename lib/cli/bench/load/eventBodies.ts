import type { Random } from '#prisma/sample/random.ts';
import { BENCH_VALUES } from '../writeEventFile.ts';

const STAGES = ['prospect', 'mql', 'sql', 'sal', 'won'] as const;
const FIRST = Date.UTC(2025, 0, 1);
const DAY = 86_400_000;

type Event = Record<string, string>;

/**
 * Events as a CRM sends them: every record moves on a stage at a time, so that two of three events
 * belong to a record that was there before.
 */
export class EventBodies {
  readonly #random: Random;
  readonly #open: { id: number; stage: number; at: number; own: Event }[] = [];
  #events = 0;
  #records = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  take(count: number, extra: Event = {}): string {
    const events = Array.from({ length: count }, () => ({ ...this.#next(), ...extra }));
    return JSON.stringify({ source: 'crm', events });
  }

  #next(): Event {
    const random = this.#random;
    const at = random.whole(0, Math.max(0, this.#open.length - 1));
    const known = this.#open.length > 200 && random.chance(2 / 3) ? this.#open[at] : undefined;
    const record = known ?? this.#add();
    const stage = STAGES[record.stage] ?? 'won';
    record.stage += 1;
    record.at += random.whole(1, 20) * DAY;
    if (record.stage === STAGES.length) this.#open.splice(this.#open.indexOf(record), 1);
    this.#events += 1;
    return {
      event_id: `e${this.#events}`,
      record_id: `r${record.id}`,
      stage,
      occurred_at: new Date(record.at).toISOString(),
      ...record.own,
      ...(stage === 'won' ? { amount: '1200.00', currency: 'USD' } : {}),
    };
  }

  #add() {
    const random = this.#random;
    const own = {
      segment: random.pick(BENCH_VALUES.segment),
      channel: random.pick(BENCH_VALUES.channel),
      owner: random.pick(BENCH_VALUES.owner),
    };
    this.#records += 1;
    const at = FIRST + random.whole(0, 300) * DAY;
    const record = { id: this.#records, stage: 0, at, own };
    this.#open.push(record);
    return record;
  }
}
