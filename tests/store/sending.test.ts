import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inOrg } from '#lib/store/inOrg.ts';
import { sending } from '#lib/store/sending.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';

const ORG = '00000000-0000-4000-8000-000000000001';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('statements that nobody waits for', () => {
  it('are done in their order, before what is asked behind them', async () => {
    const found = await inOrg(db.pool, ORG, 'write', (tx) =>
      sending(async (send) => {
        send(tx.client.query('create temp table step (place int) on commit drop'));
        send(tx.client.query('insert into step values (1)'));
        return (await tx.client.query('select place from step')).rows;
      }),
    );
    expect(found).toEqual([{ place: 1 }]);
  });

  it('tell the fault that came first, not what fails behind it', async () => {
    const asked = inOrg(db.pool, ORG, 'write', (tx) =>
      sending(async (send) => {
        send(tx.client.query('select 1 / 0'));
        await tx.client.query('select 1');
      }),
    );
    await expect(asked).rejects.toThrow('division by zero');
    const own = inOrg(db.pool, ORG, 'write', (tx) =>
      sending(async (send) => {
        send(tx.client.query('select 1'));
        throw new Error('ours');
      }),
    );
    await expect(own).rejects.toThrow('ours');
  });

  it('fail the whole when the last of them fails', async () => {
    const asked = inOrg(db.pool, ORG, 'write', (tx) =>
      sending(async (send) => {
        send(tx.client.query('select 1'));
        send(tx.client.query('select 1 / 0'));
      }),
    );
    await expect(asked).rejects.toThrow('division by zero');
  });
});
