import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKey } from '#lib/auth/keys.ts';
import { postAnswer } from '#lib/contract/ingest.ts';
import { checkDerived } from '#lib/ingest/checkDerived.ts';
import { createRandom } from '#prisma/sample/random.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type ApiProcess, startApiProcess } from '#tests/support/faults/apiProcess.ts';
import { faultOrg } from '#tests/support/faults/faultImport.ts';
import { seeds } from '#tests/support/faults/seeds.ts';

const SENDERS = 6;
const CALLS = 25;
const KILLS = 3;
const STAGES = ['mql', 'sql', 'sal', 'won', 'lost', 'nonsense'];

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

/** Two applications on one database; the first is killed and started again now and then. */
class TwoServers {
  readonly #url: string;
  readonly #servers: ApiProcess[] = [];
  #acks = 0;
  #restart: Promise<void> = Promise.resolve();

  constructor(url: string) {
    this.#url = url;
  }

  async start(): Promise<void> {
    this.#servers.push(await startApiProcess(this.#url), await startApiProcess(this.#url));
  }

  base(at: number): string {
    return this.#servers[at % 2]?.base ?? '';
  }

  /** After so many answers the first dies, whatever it has under way. */
  heard(every: number): void {
    this.#acks += 1;
    if (this.#acks % every !== 0) return;
    this.#restart = this.#restart.then(async () => {
      await this.#servers[0]?.kill();
      this.#servers[0] = await startApiProcess(this.#url);
    });
  }

  async close(): Promise<void> {
    await this.#restart;
    for (const server of this.#servers) await server.kill();
  }
}

type Body = { source: string; events: Record<string, string>[] };

function bodyOf(random: ReturnType<typeof createRandom>, name: string): Body {
  const events = Array.from({ length: random.whole(1, 12) }, (_, row) => {
    const day = String(random.whole(1, 28)).padStart(2, '0');
    const ids = { event_id: `${name}-${row}`, record_id: `r${random.whole(0, 30)}` };
    return { ...ids, stage: random.pick(STAGES), occurred_at: `2026-01-${day}` };
  });
  return { source: 'crm', events };
}

describe.each(seeds(20))('an application that is killed while others write (SEED=%d)', (seed) => {
  it('has lost nothing that it acknowledged, and nothing that is sent again is twice', async () => {
    const org = await faultOrg(db.pool);
    const { key } = await createKey(db.pool, org, ['ingest'], new Date(), randomBytes);
    const servers = new TwoServers(db.url);
    await servers.start();
    const every = Math.floor((SENDERS * CALLS) / (KILLS + 1));
    let [accepted, sent, failures] = [0, 0, 0];

    /** Until somebody says yes; the key makes it one piece of work, however often it is sent. */
    const deliver = async (body: Body, name: string, first: number): Promise<void> => {
      for (let attempt = first; ; attempt += 1) {
        const answer = await fetch(`${servers.base(attempt)}/events`, {
          method: 'POST',
          headers: { authorization: `Bearer ${key}`, 'idempotency-key': name },
          body: JSON.stringify(body),
        }).catch(() => null);
        const text = await answer?.text().catch(() => undefined);
        if (text === undefined || (answer?.status !== 200 && answer?.status !== 207)) {
          failures += 1;
          continue;
        }
        const { data } = postAnswer.parse(JSON.parse(text));
        expect(data.accepted + data.quarantined).toBe(body.events.length);
        accepted += data.accepted;
        sent += body.events.length;
        servers.heard(every);
        return;
      }
    };
    const sender = async (at: number): Promise<void> => {
      const random = createRandom(seed).fork(`sender ${at}`);
      for (let call = 0; call < CALLS; call += 1) {
        const name = `${at}-${call}`;
        await deliver(bodyOf(random, name), name, random.whole(0, 1));
      }
    };
    await Promise.all(Array.from({ length: SENDERS }, (_, at) => sender(at)));
    await servers.close();

    const counts = await db.owner.query(
      `select (select count(*)::int from stage_event where org_id = $1) as facts,
         (select count(distinct event_id)::int from stage_event where org_id = $1) as names,
         (select count(*)::int from quarantine where org_id = $1) as held`,
      [org.id],
    );
    expect(failures).toBeGreaterThan(0);
    expect(counts.rows[0]).toEqual({ facts: accepted, names: accepted, held: sent - accepted });
    expect((await checkDerived(db.pool, org.id)).differing).toEqual([]);
  });
});
