const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const day = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' });
const year = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });
const long = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export const dateTime = (time: number) => long.format(time);

export const clockTime = (time: number) => clock.format(time);

/** Today the time, this year the day, else the date. */
export function shortTime(time: number, now = Date.now()): string {
  const then = new Date(time), today = new Date(now);
  if (then.toDateString() === today.toDateString()) return clock.format(then);
  return (then.getFullYear() === today.getFullYear() ? day : year).format(then);
}

export const isSameDay = (a: number, b: number) => new Date(a).toDateString() === new Date(b).toDateString();

export const dayTitle = (time: number, now = Date.now()) => (isSameDay(time, now) ? 'Today' : full.format(time));
