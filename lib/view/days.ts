/** Calendar arithmetic on local dates YYYY-MM-DD; a date has no zone, so UTC stands for it. */
const DAY_MS = 86_400_000;

function iso(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

export function addDays(date: string, days: number): string {
  return iso(Date.parse(date) + days * DAY_MS);
}

/** The first of the month that lies `months` after the month of `date`. */
export function monthStart(date: string, months = 0): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return iso(Date.UTC(year, month - 1 + months, 1));
}

export function monthOf(date: string): number {
  return Number(date.slice(5, 7));
}
