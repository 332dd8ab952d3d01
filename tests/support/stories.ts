import { readFileSync } from 'node:fs';
import type { OracleQuery } from './oracle.ts';
import type { History, OracleOrg, RawContract, RawEvent } from './oracleHistory.ts';

export type Story = {
  name: string;
  org: OracleOrg;
  now: string;
  posts: { post: 'events' | 'contracts'; source: string; rows: object[]; answer: object }[];
  questions: {
    get: 'bowtie' | 'arr';
    query: Record<string, string>;
    answer: { data: Record<string, unknown> };
  }[];
};

const file = new URL('./cases/stories.json', import.meta.url);

/** Three small histories with the exact answers of the API. */
export const STORIES: Story[] = JSON.parse(readFileSync(file, 'utf8')).stories;

/** The rows of a story that are taken: what is quarantined by its answers never existed. */
export function storyHistory(story: Story): History {
  const rows = story.posts.flatMap((post) => {
    const answer = post.answer as { rows: { index: number; status: string }[] };
    const bad = answer.rows.filter(({ status }) => status === 'quarantined').map((r) => r.index);
    return post.rows
      .filter((_, index) => !bad.includes(index))
      .map((row) => ({ post: post.post, row: { source: post.source, ...row } }));
  });
  const of = (kind: string) => rows.filter(({ post }) => post === kind).map(({ row }) => row);
  return {
    events: of('events') as RawEvent[],
    contracts: of('contracts') as RawContract[],
    accounts: [],
    pods: [],
    rates: [],
  };
}

/** The query parameters of a story as a query. */
export function storyQuery(params: Record<string, string>): OracleQuery {
  const { from = '', to = '', clock, rule, window_days, as_of, by, segment } = params;
  return {
    from,
    to,
    clock: (clock ?? 'cohort') as 'cohort',
    rule: (rule ?? 'implied') as 'implied',
    windowDays: window_days === undefined ? null : Number(window_days),
    asOf: as_of ?? null,
    by: (by ?? null) as OracleQuery['by'] & null,
    where: segment === undefined ? {} : { segment: segment.split(',') },
  };
}
