'use client';
import { memo } from 'react';
import { isDepartment } from '#lib/view/plan/departmentSheet.ts';
import { DepartmentPage } from './DepartmentPage.tsx';
import { DepartmentTabs } from './DepartmentTabs.tsx';
import type { PlanPart } from './planPart.ts';
import { WholePlan } from './WholePlan.tsx';

/** What follows from the inputs: drawn again only for another plan. */
export const PlanAnswer = memo(function PlanAnswer({ part }: { part: PlanPart }) {
  const { department } = part.state;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-9">
      <DepartmentTabs {...part} />
      {isDepartment(department) ? (
        <DepartmentPage {...part} department={department} />
      ) : (
        <WholePlan {...part} />
      )}
    </div>
  );
});
