import type { ErrorCode, Issue } from '#lib/contract/errors.ts';

/** A refusal of the API as it arrived; the UI translates `code`. `offline`: no answer at all. */
export class ApiError extends Error {
  readonly code: ErrorCode | 'offline';
  readonly requestId: string | null;
  readonly issues: readonly Issue[];
  readonly reason: string | undefined;

  constructor(
    code: ErrorCode | 'offline',
    message: string,
    requestId: string | null = null,
    issues: readonly Issue[] = [],
    reason?: string,
  ) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.requestId = requestId;
    this.issues = issues;
    this.reason = reason;
  }
}
