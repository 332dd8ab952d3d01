// Words of a scenario without zod: pages carry them to the browser.
export const MAX_SCENARIO_NAME = 80;
export const MAX_REMARK = 500;
