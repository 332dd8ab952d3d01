import { findOrgById, type Org } from '#lib/store/orgs.ts';
import type { ApiDeps } from './context.ts';
import type { Answered } from './once.ts';

const TRIES = 3;
const WARNING = {
  code: 'rederiving',
  message: 'changed settings are on their way: these are the numbers from before',
};

/**
 * An answer whose settings and numbers belong together: settings that came into force between the
 * look at the organization and the snapshot of the question make it be asked again. While others
 * are on their way it says so.
 */
export async function underOneSetting(
  { pool }: ApiDeps,
  asked: Org,
  ask: (org: Org) => Promise<Answered | Response>,
): Promise<Answered | Response> {
  let org = asked;
  for (let left = TRIES; ; left -= 1) {
    const answer = await ask(org);
    if (answer instanceof Response) return answer;
    const now = await findOrgById(pool, org.id);
    if (now === null || now.generation === org.generation || left === 1) {
      return (now ?? org).changing > 0 ? warned(answer) : answer;
    }
    org = now;
  }
}

function warned(answer: Answered): Answered {
  const body = answer.body as { meta?: { warnings?: unknown } } | null;
  const { meta } = body ?? {};
  if (!Array.isArray(meta?.warnings)) return answer;
  return { ...answer, body: { ...body, meta: { ...meta, warnings: [...meta.warnings, WARNING] } } };
}
