/** Whether an instant says more than a day: a date alone was read as local midnight. */
export function hasTime(instant: string, timeZone: string): boolean {
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone });
  return clock.format(Date.parse(instant)) !== '00:00:00';
}
