import { BinaryList } from './BinaryList.ts';

const list = new BinaryList();

/** A parameter for `$1::text[]`: of hundreds of names quicker than their spelling. */
export function textList(texts: readonly string[]): Buffer {
  list.clear();
  for (const text of texts) list.add('text', text);
  return list.take('text', Buffer.allocUnsafe(list.size), 0);
}
