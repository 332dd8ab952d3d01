import { z } from 'zod';

/** Error codes of the wire and their HTTP status; the UI translates by code. */
export const ERROR_STATUS = {
  invalid_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
  insufficient_storage: 507,
} as const;
export type ErrorCode = keyof typeof ERROR_STATUS;

export const errorAnswer = z.strictObject({
  error: z.strictObject({
    code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
    message: z.string(),
    request_id: z.string(),
    issues: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
    reason: z
      .string()
      .optional()
      .describe('A name for the cause where a code has many: why a file is refused'),
  }),
});

export type Issue = { path: string; message: string };

/** A refusal that the caller can mend: what, where and how. Every room throws only this one. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly issues: Issue[] | undefined;
  /** Says which of the causes that share a code it is; stable, unlike the message. */
  readonly reason: string | undefined;

  constructor(code: ErrorCode, message: string, issues?: Issue[], reason?: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.issues = issues;
    this.reason = reason;
  }
}
