import type { z } from 'zod';
import type { errorAnswer } from '#lib/contract/errors.ts';
import { ApiError } from './ApiError.ts';

type Call = {
  /** The organization that the page shows; null for calls that concern none. */
  org: string | null;
  path: string;
  params?: Record<string, string>;
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON, or as it is when it is a form. */
  body?: unknown;
  signal?: AbortSignal;
};

/** One call of our own API from a page. Throws `ApiError` with the code of the wire. */
export async function callApi<T>(call: Call): Promise<T> {
  const response = await send(call);
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  const json = asJson(text);
  if (!response.ok) throw toError(response, json);
  return json as T;
}

/** A call whose answer is a file. */
export async function callFile(call: Call): Promise<Blob> {
  const response = await send(call);
  if (!response.ok) throw toError(response, asJson(await response.text()));
  return response.blob();
}

async function send({ org, path, params, method = 'GET', body, signal }: Call): Promise<Response> {
  const search = params && Object.keys(params).length > 0 ? `?${new URLSearchParams(params)}` : '';
  const headers: Record<string, string> = org === null ? {} : { 'x-bowtie-org': org };
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json';
  try {
    return await fetch(`/api/v1${path}${search}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError('offline', 'the server does not answer');
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function toError(response: Response, json: unknown): ApiError {
  const answer = json as z.output<typeof errorAnswer> | null;
  const error = answer?.error;
  if (!error) return new ApiError('internal', `HTTP ${response.status}`);
  const { code, message, request_id, issues, reason } = error;
  return new ApiError(code, message, request_id, issues ?? [], reason);
}
