import type { z } from 'zod';
import type { errorAnswer } from '#lib/contract/errors.ts';
import type { UploadAnswer } from '#lib/contract/uploads.ts';
import { ApiError } from './ApiError.ts';

/** Sends a file and tells how much of it has left: `fetch` cannot say that. */
export function uploadFile(
  org: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
  encoding?: string,
): Promise<UploadAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/uploads');
    request.setRequestHeader('x-bowtie-org', org);
    request.responseType = 'text';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = asJson(request.responseText);
      if (request.status < 300 && answer && 'data' in answer) resolve(answer.data);
      else reject(toError(answer, request.status));
    };
    request.onerror = () => reject(new ApiError('offline', 'the server does not answer'));
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    if (encoding !== undefined) form.append('encoding', encoding);
    form.append('file', file, file.name);
    request.send(form);
  });
}

type Answer = { data: UploadAnswer } | z.output<typeof errorAnswer>;

function asJson(text: string): Answer | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function toError(answer: Answer | null, status: number): ApiError {
  if (answer && 'error' in answer) {
    const { code, message, request_id, issues, reason } = answer.error;
    return new ApiError(code, message, request_id, issues ?? [], reason);
  }
  return new ApiError('internal', `HTTP ${status}`);
}
