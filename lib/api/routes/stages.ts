import type { z } from 'zod';
import {
  agesAnswer,
  agesParams,
  bottlenecksAnswer,
  bottlenecksParams,
  changeAnswer,
  changeParams,
  conversionParams,
  groupsAnswer,
  groupsParams,
  handOffsAnswer,
  handOffsParams,
  stayAnswer,
} from '#lib/contract/stages.ts';
import type { ReportContext } from '#lib/reports/context.ts';
import { getAges } from '#lib/reports/stages/getAges.ts';
import { getBottlenecks } from '#lib/reports/stages/getBottlenecks.ts';
import { getChange } from '#lib/reports/stages/getChange.ts';
import { getGroups } from '#lib/reports/stages/getGroups.ts';
import { getHandOffs } from '#lib/reports/stages/getHandOffs.ts';
import { getStay } from '#lib/reports/stages/getStay.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

export function addStagesRoutes(api: Api): void {
  addQuestion(api, {
    path: '/stages/ages',
    summary: 'Each cohort of a conversion at the same ages: advanced by day 7, 30, 60, 90',
    query: agesParams,
    answer: agesAnswer,
    ask: getAges,
  });
  addQuestion(api, {
    path: '/stages/stay',
    summary: 'Days in a stage, skipped and fallen back, and the records that are stuck in it',
    query: conversionParams,
    answer: stayAnswer,
    ask: getStay,
  });
  addQuestion(api, {
    path: '/stages/groups',
    summary: 'A conversion by one or two dimensions',
    query: groupsParams,
    answer: groupsAnswer,
    ask: getGroups,
  });
  addQuestion(api, {
    path: '/stages/hand-offs',
    summary: 'Who hands to whom at a conversion, by role or owner',
    query: handOffsParams,
    answer: handOffsAnswer,
    ask: getHandOffs,
  });
  addQuestion(api, {
    path: '/stages/change',
    summary: 'The change of a conversion between two periods, split into mix and rate',
    query: changeParams,
    answer: changeAnswer,
    ask: getChange,
  });
  addQuestion(api, {
    path: '/stages/bottlenecks',
    summary: 'What closing the gap of each conversion to a target would bring in a year',
    query: bottlenecksParams,
    answer: bottlenecksAnswer,
    ask: getBottlenecks,
  });
}

type Question<Q extends z.ZodObject> = {
  path: string;
  summary: string;
  query: Q;
  answer: z.ZodType;
  ask: (context: ReportContext, params: z.output<Q>, now: Date) => Promise<unknown>;
};

function addQuestion<Q extends z.ZodObject>(api: Api, question: Question<Q>): void {
  const { path, summary, query, answer, ask } = question;
  const answers = { 200: { description: 'The answer', schema: answer } };
  addRoute(
    api,
    { method: 'get', path, summary, scope: 'read', query, answers },
    async ({ deps, org, query: params }) => {
      const body = await ask({ pool: deps.pool, org }, params, deps.now());
      return { status: 200, body };
    },
  );
}
