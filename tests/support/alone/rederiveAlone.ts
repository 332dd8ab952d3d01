import { applyChanges } from '#lib/ingest/rederive/applyChanges.ts';
import { createPool } from '#lib/store/pool.ts';

/** Brings changed settings into force as a process of its own, that is killed at a batch. */
const [, , url = '', orgId = '', place = ''] = process.argv;
const pool = createPool(url, { max: 3, name: 'rederive alone' });
let seen = 0;
await applyChanges(pool, orgId, {
  now: () => new Date('2026-06-01T00:00:00Z'),
  onBatch: () => {
    seen += 1;
    if (String(seen) === place) process.kill(process.pid, 'SIGKILL');
  },
});
await pool.end();
process.exit(0);
