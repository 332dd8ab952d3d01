import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { ERROR_STATUS, Refusal } from '#lib/contract/errors.ts';
import { isUnavailable } from '#lib/store/isUnavailable.ts';
import type { ApiContext, ApiDeps } from './context.ts';

/** Any failure in the one error shape of the API; faults of our own never show their text. */
export function toErrorAnswer(c: ApiContext, deps: ApiDeps, error: unknown): Response {
  const refusal = asRefusal(error);
  const requestId = c.get('requestId');
  // Where we refused for want of room, a line for each would only add to the load.
  const isOwn = error instanceof Refusal && error.code === 'unavailable';
  if (!isOwn && (refusal.code === 'internal' || refusal.code === 'unavailable')) {
    deps.report({ requestId, error });
  }
  return errorAnswer(c, refusal, ERROR_STATUS[refusal.code]);
}

export function errorAnswer(
  c: ApiContext,
  refusal: Pick<Refusal, 'code' | 'message'> & Partial<Pick<Refusal, 'issues' | 'reason'>>,
  status: ContentfulStatusCode,
): Response {
  const { code, message, issues, reason } = refusal;
  if (code === 'unavailable') c.header('Retry-After', RETRY_SECONDS);
  // What is undefined does not travel.
  const error = { code, message, request_id: c.get('requestId'), issues, reason };
  return c.json({ error }, status);
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof z.ZodError) return new Refusal('internal', INTERNAL);
  const code = databaseCode(error);
  if (code === '53100') {
    return new Refusal('insufficient_storage', 'the disk is full: free some room and try again');
  }
  if (code?.startsWith('22')) {
    return new Refusal(
      'invalid_request',
      'a value of the request cannot be read as what it is for',
    );
  }
  if (isUnavailable(error)) {
    return new Refusal('unavailable', 'the database does not answer just now: try again shortly');
  }
  return new Refusal('internal', INTERNAL);
}

/** When it is worth to ask again, where nothing says it better. */
const RETRY_SECONDS = '2';

const INTERNAL = 'something failed on our side; the request id finds it in the log';

function databaseCode(error: unknown): string | undefined {
  const coded = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return coded ? String(error.code) : undefined;
}
