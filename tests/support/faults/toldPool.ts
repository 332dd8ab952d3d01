import type { Pool, PoolClient } from 'pg';

export type DbCall = { text: string; when: 'before' | 'after' };
type Tell = (call: DbCall) => void;
// biome-ignore lint/suspicious/noExplicitAny: query() is overloaded; it is passed on as it came.
type Query = (...args: any[]) => any;

/**
 * The same pool, telling of every statement before it goes out and after its answer came. What the
 * listener throws is thrown at the caller: before, nothing was done; after, all of it was.
 */
export function toldPool(pool: Pool, tell: Tell): Pool {
  return toldObject(pool, {
    query: toldQuery(pool.query.bind(pool), tell),
    connect: async () => {
      const client = await pool.connect();
      const query = toldQuery(client.query.bind(client), tell);
      return toldObject<PoolClient>(client, { query });
    },
  });
}

/** The same object with some functions of ours; the object itself stays as it is. */
function toldObject<T extends object>(target: T, own: Record<string, unknown>): T {
  return new Proxy(target, {
    get(_, name) {
      if (typeof name === 'string' && name in own) return own[name];
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function toldQuery(query: Query, tell: Tell): Query {
  return (...args) => {
    const [first] = args;
    // A copy is a stream, not a promise; it is told of when it begins.
    const stream = typeof first?.submit === 'function';
    const text = typeof first === 'string' ? first : String(first?.text ?? 'copy');
    try {
      tell({ text, when: 'before' });
    } catch (error) {
      if (stream) throw error;
      return Promise.reject(error);
    }
    const answer = query(...args);
    if (stream) return answer;
    return answer.then((result: unknown) => {
      tell({ text, when: 'after' });
      return result;
    });
  };
}
