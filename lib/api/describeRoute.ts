import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { errorAnswer } from '#lib/contract/errors.ts';
import type { ApiEnv } from './context.ts';

export type AnswerSpec = { description: string; schema?: z.ZodType; type?: string };

export type RouteSpec<Q extends z.ZodType, P extends z.ZodType, B extends z.ZodType> = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  summary: string;
  query?: Q;
  params?: P;
  /** A JSON body. Routes that stream something else leave it out and name it in `upload`. */
  body?: B;
  upload?: z.ZodObject;
  answers: Record<number, AnswerSpec>;
};

const KEY = z.string().max(255).optional().describe('The same key does the work only once');

const CODES = [400, 401, 403, 404, 409, 413, 429, 500, 503] as const;

/** Writes the route into the OpenAPI document, from the schemas that the route itself uses. */
export function describeRoute<Q extends z.ZodType, P extends z.ZodType, B extends z.ZodType>(
  hono: OpenAPIHono<ApiEnv>,
  spec: RouteSpec<Q, P, B>,
): void {
  const responses = Object.fromEntries([
    ...CODES.map((code) => [code, jsonOf({ description: 'Error', schema: errorAnswer })] as const),
    ...Object.entries(spec.answers).map(([code, answer]) => [code, jsonOf(answer)] as const),
  ]);
  const content = spec.upload
    ? { 'multipart/form-data': { schema: spec.upload } }
    : spec.body && { 'application/json': { schema: spec.body } };
  hono.openAPIRegistry.registerPath({
    method: spec.method,
    path: `/api/v1${spec.path}`,
    summary: spec.summary,
    request: {
      ...(spec.query ? { query: spec.query as unknown as z.ZodObject } : {}),
      ...(spec.params ? { params: spec.params as unknown as z.ZodObject } : {}),
      ...(spec.method === 'post' ? { headers: z.object({ 'Idempotency-Key': KEY }) } : {}),
      ...(content ? { body: { required: true, content } } : {}),
    },
    responses,
  });
}

function jsonOf(answer: AnswerSpec) {
  if (!answer.schema && !answer.type) return { description: answer.description };
  const media = answer.schema ? { schema: answer.schema } : { schema: { type: 'string' as const } };
  const content = { [answer.type ?? 'application/json']: media };
  return { description: answer.description, content };
}
