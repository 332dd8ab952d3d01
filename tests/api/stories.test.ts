import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldOrg } from '#lib/ingest/fold/foldOrg.ts';
import { markAllStale } from '#lib/store/cells/markStale.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { differences } from '#tests/support/closeTo.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { STORIES } from '#tests/support/stories.ts';
import { testApi } from '#tests/support/testApi.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe.each(STORIES)('story: $name', (story) => {
  it('answers as told', async () => {
    const { makeOrg } = await testApi(db, story.now);
    const org = await makeOrg({ ...story.org, stages: [...story.org.stages] });
    for (const { post, source, rows, answer } of story.posts) {
      const told = await org.post(`/${post}`, { source, [post]: rows });
      expect(differences(told.body, { data: answer })).toEqual([]);
    }
    // By what has changed since the cells were folded, by cells, and by entries.
    const ways = [
      async () => undefined,
      () => foldOrg(db.pool, org.org.id),
      () => inOrg(db.pool, org.org.id, 'write', markAllStale),
    ];
    for (const [way, prepare] of ways.entries()) {
      await prepare();
      for (const { get, query, answer } of story.questions) {
        const told = await org.get(`/${get}`, query);
        const asked = `${way}: ${JSON.stringify(query)}`;
        expect(told.status, asked).toBe(200);
        expect(differences(told.body, { data: answer.data }), asked).toEqual([]);
      }
    }
  });
});
