type Send = (statement: Promise<unknown>) => void;

/** What is told of a statement behind one that failed. */
const BEHIND_A_FAULT = '25P02';

/**
 * Statements that nobody waits for one by one: they go out while others are answered, in their
 * order, and `work` goes on. At the end all were answered; the fault that came first is thrown.
 */
export async function sending<T>(work: (send: Send) => Promise<T>): Promise<T> {
  const sent: Promise<unknown>[] = [];
  const send: Send = (statement) => {
    statement.catch(() => undefined);
    sent.push(statement);
  };
  try {
    const result = await work(send);
    await Promise.all(sent);
    return result;
  } catch (error) {
    const ends = await Promise.allSettled(sent);
    if ((error as { code?: unknown }).code !== BEHIND_A_FAULT) throw error;
    const first = ends.find((end) => end.status === 'rejected');
    throw first?.reason ?? error;
  }
}
