import { ApiError } from './ApiError.ts';

/** Whether a call was refused because something else stands in this place by now. */
export function isFaultAt(error: unknown, path: string): boolean {
  if (!(error instanceof ApiError) || error.code !== 'conflict') return false;
  return error.issues.some((issue) => issue.path === path);
}
