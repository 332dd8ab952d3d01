import type { Org } from '#lib/store/orgs.ts';
import type { Answered } from './once.ts';

const WARNING = {
  code: 'rederiving',
  message: 'changed settings are on their way: these are the numbers from before',
};

/** Says in an answer with warnings that changed settings are on their way. */
export function warnChanging(answer: Answered | Response, org: Org): Answered | Response {
  if (answer instanceof Response || org.changing === 0) return answer;
  const body = answer.body as { meta?: { warnings?: unknown } } | null;
  const { meta } = body ?? {};
  if (!Array.isArray(meta?.warnings)) return answer;
  return { ...answer, body: { ...body, meta: { ...meta, warnings: [...meta.warnings, WARNING] } } };
}
