import { localDate } from './homeSearch.ts';

/** The address of the page Definitions: the day whose wording is shown; absent means today. */
export const definitionsSearch = { on: localDate };
