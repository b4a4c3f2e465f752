const LANGUAGE = 'en-US';
const relative = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: 'auto' });
const absolute = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeStyle: 'short' });

const MINUTE = 60_000;
/** The units by their length, the longest first. */
const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 24 * 60 * MINUTE],
  ['month', 30 * 24 * 60 * MINUTE],
  ['week', 7 * 24 * 60 * MINUTE],
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
];

/** How long ago an instant (ISO) was at `now` (milliseconds): `5 minutes ago`, `yesterday`; `just now` below a minute. */
export function formatAgo(at: string, now: number): string {
  const passed = now - Date.parse(at);
  const unit = UNITS.find(([, length]) => passed >= length);
  return unit === undefined ? 'just now' : relative.format(-Math.floor(passed / unit[1]), unit[0]);
}

/** An instant (ISO) in the time zone of this machine: `Nov 23, 2026, 12:00 PM`. */
export function formatInstant(at: string): string {
  return absolute.format(Date.parse(at));
}
