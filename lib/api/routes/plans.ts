import { leverTest } from '#lib/bowtie/plan/leverTest.ts';
import { planDefaultsAnswer, planDefaultsParams } from '#lib/contract/planDefaults.ts';
import {
  decomposeAnswer,
  decomposeBody,
  leversAnswer,
  leversBody,
  simulateAnswer,
  simulateBody,
} from '#lib/contract/plans.ts';
import { unitEconomicsAnswer, unitEconomicsParams } from '#lib/contract/unitEconomics.ts';
import { getDecomposition } from '#lib/reports/plan/getDecomposition.ts';
import { getOdds } from '#lib/reports/plan/getOdds.ts';
import { getPlanDefaults } from '#lib/reports/plan/getPlanDefaults.ts';
import { getUnitEconomics } from '#lib/reports/plan/getUnitEconomics.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';
import { type Answered, idempotencyKey, once } from '../once.ts';

/** What a plan may start from, what tiers earn, and the calculations of plans. */
export function addPlanRoutes(api: Api): void {
  addCalculations(api);
  addRoute(
    api,
    {
      method: 'get',
      path: '/plans/defaults',
      summary: 'Every input of a plan from own data, with its base, and the best so far',
      scope: 'read',
      query: planDefaultsParams,
      answers: { 200: { description: 'The inputs', schema: planDefaultsAnswer } },
    },
    async ({ deps, org, query }) => {
      const body = await getPlanDefaults({ pool: deps.pool, org }, query, deps.now());
      return { status: 200, body };
    },
  );
  addRoute(
    api,
    {
      method: 'get',
      path: '/plans/unit-economics',
      summary: 'What each tier costs and earns, and what speaks for scaling it',
      scope: 'read',
      query: unitEconomicsParams,
      answers: { 200: { description: 'By tier and in all', schema: unitEconomicsAnswer } },
    },
    async ({ deps, org, query }) => {
      const body = await getUnitEconomics({ pool: deps.pool, org }, query, deps.now());
      return { status: 200, body };
    },
  );
}

/** Pure calculations: they save nothing. */
function addCalculations(api: Api): void {
  addRoute(
    api,
    {
      method: 'post',
      path: '/plans/decompose',
      summary: 'A target ARR as required entries per stage, month, segment and department',
      scope: 'read',
      body: decomposeBody,
      answers: { 200: { description: 'The plan, and what is missing', schema: decomposeAnswer } },
    },
    async (call) => {
      const { deps, org, body } = call;
      return keeping(call, await getDecomposition({ pool: deps.pool, org }, body, deps.now()));
    },
  );
  addRoute(
    api,
    {
      method: 'post',
      path: '/plans/levers',
      summary: 'What a relative gain on every rate multiplies the result by, caps named',
      scope: 'read',
      body: leversBody,
      answers: { 200: { description: 'The multipliers', schema: leversAnswer } },
    },
    async (call) => {
      const { rates, price_realisation, gain, cap } = call.body;
      return keeping(call, { data: leverTest({ ...rates, price_realisation }, gain, cap) });
    },
  );
  addRoute(
    api,
    {
      method: 'post',
      path: '/plans/simulate',
      summary: 'The odds of a plan: percentiles of the ARR at its end and P(hit)',
      scope: 'read',
      body: simulateBody,
      answers: { 200: { description: 'The odds', schema: simulateAnswer } },
    },
    async (call) => {
      const { deps, org, body } = call;
      return keeping(call, await getOdds({ pool: deps.pool, org }, body, deps.now()));
    },
  );
}

/** Only the key of a repeated call is kept, with its answer. */
async function keeping(call: Parameters<typeof once>[0], body: unknown): Promise<Answered> {
  const answer = { status: 200 as const, body };
  return idempotencyKey(call.c) === undefined ? answer : once(call, async () => answer);
}
