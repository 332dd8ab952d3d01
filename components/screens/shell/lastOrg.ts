/** The page at "/" opens the organization that was looked at last. */
export const LAST_ORG_COOKIE = 'org';
