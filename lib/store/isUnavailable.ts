// Connections, resources, shutdowns, cancelled by a time limit, and the sockets below them.
const CODES = /^(08...|53...|57P0.|57014|55P03|40001|40P01|25P03|ECONN|EPIPE|ETIMEDOUT)/;

/** Whether the database could not answer just now, and may when asked again. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') return CODES.test(error.code);
  // pg gives these no code.
  return /timeout|terminated|not queryable/i.test(error.message);
}
