import { Refusal } from './errors.ts';
import type { FileFault } from './fileFaults.ts';

/** The refusal of a whole file: a stable name for programs, a sentence for people. */
export function fileFault(reason: FileFault, message: string, path = 'file'): Refusal {
  const issues = [{ path, message }];
  return new Refusal('invalid_request', `${path}: ${message}`, issues, reason);
}
