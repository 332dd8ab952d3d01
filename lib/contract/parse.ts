import type { z } from 'zod';
import { type Issue, Refusal } from './errors.ts';

/** Checks outside input against its schema; faults become one refusal naming every field. */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw refusalOf(result.error);
}

/** A zod error as a refusal: unknown fields are named one by one. */
export function refusalOf(error: z.ZodError): Refusal {
  const issues = error.issues.flatMap(issuesOf).slice(0, 50);
  const first = issues[0];
  const message = first ? `${first.path || 'input'}: ${first.message}` : 'the input is not valid';
  return new Refusal('invalid_request', message, issues);
}

function issuesOf(issue: z.core.$ZodIssue): Issue[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'is not known' }));
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return [{ path: path.join('.'), message: missing ? 'is required' : issue.message }];
}
