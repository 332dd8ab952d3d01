const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id of a cookie, unless somebody made it up. */
export function readReader(cookie: string | undefined): string | null {
  return cookie !== undefined && UUID.test(cookie) ? cookie : null;
}
