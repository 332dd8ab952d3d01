import { type PlanPrint, planPaperParams } from '#lib/contract/planPaper.ts';
import { simulateBody } from '#lib/contract/plans.ts';
import { paperText } from '#lib/paper/paperText.ts';
import { printPlan } from '#lib/paper/pdf/printPlan.ts';
import { planCsv } from '#lib/paper/plan/planCsv.ts';
import { planSheets } from '#lib/paper/plan/planSheets.ts';
import { writeWorkbook } from '#lib/paper/sheet/writeWorkbook.ts';
import { getPlanPaper } from '#lib/reports/plan/getPlanPaper.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export function addPlanPaperRoutes(api: Api): void {
  addRoute(
    api,
    {
      method: 'post',
      path: '/plans/export',
      summary: 'A plan to take along: a workbook that recalculates, a flat table, or paper',
      scope: 'read',
      query: planPaperParams,
      body: simulateBody,
      answers: { 200: { description: 'The file', type: 'application/octet-stream' } },
    },
    async ({ deps, org, query, body }) => {
      const print = await getPlanPaper({ pool: deps.pool, org }, body, deps.now());
      const file = await fileOf(print, query);
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

type Asked = ReturnType<typeof planPaperParams.parse>;

async function fileOf(print: PlanPrint, { format, locale, paper }: Asked) {
  if (format === 'pdf') return printPlan({ print, locale, paper });
  const text = await paperText(locale);
  return format === 'csv' ? planCsv(print, text) : writeWorkbook(planSheets(print, text));
}
