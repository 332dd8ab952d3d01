import { parseAsStringLiteral } from 'nuqs/server';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { TARGETS } from '#lib/view/stages/stagesState.ts';
import { homeSearch } from './homeSearch.ts';

const FORMS = ['figure', 'table'] as const;

/** The address of the page Stages: that of the home page, and what only this page asks. */
export const stagesSearch = {
  ...homeSearch,
  by: parseAsStringLiteral(DIMENSIONS).withDefault('segment'),
  and: parseAsStringLiteral(DIMENSIONS),
  level: parseAsStringLiteral(['role', 'owner'] as const).withDefault('role'),
  against: parseAsStringLiteral(TARGETS).withDefault('best_quarter'),
  agesShow: parseAsStringLiteral(FORMS).withDefault('figure'),
  stayShow: parseAsStringLiteral(FORMS).withDefault('figure'),
};
