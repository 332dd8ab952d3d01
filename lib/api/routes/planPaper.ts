import { planPaperParams } from '#lib/contract/planPaper.ts';
import { simulateBody } from '#lib/contract/plans.ts';
import { paperText } from '#lib/paper/paperText.ts';
import { planCsv } from '#lib/paper/plan/planCsv.ts';
import { planSheets } from '#lib/paper/plan/planSheets.ts';
import { writeWorkbook } from '#lib/paper/sheet/writeWorkbook.ts';
import { getPlanPaper } from '#lib/reports/plan/getPlanPaper.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export function addPlanPaperRoutes(api: Api): void {
  addRoute(
    api,
    {
      method: 'post',
      path: '/plans/export',
      summary: 'A plan to take along: a workbook that recalculates, or a flat table',
      scope: 'read',
      query: planPaperParams,
      body: simulateBody,
      answers: { 200: { description: 'The file', type: 'application/octet-stream' } },
    },
    async ({ deps, org, query, body }) => {
      const paper = await getPlanPaper({ pool: deps.pool, org }, body, deps.now());
      const text = await paperText(query.locale);
      const file =
        query.format === 'csv' ? planCsv(paper, text) : writeWorkbook(planSheets(paper, text));
      const name = `${org.slug}-plan-${body.start}.${query.format}`;
      return new Response(new Blob([file as BlobPart]), {
        headers: {
          'Content-Type': TYPES[query.format],
          'Content-Disposition': `attachment; filename="${name}"`,
        },
      });
    },
  );
}
