import { z } from 'zod';
import { FIRST_DATE, isIsoDate, LAST_DATE } from '#shared/domain/time/day.ts';

// The page's content policy forbids `eval`, and zod would probe for it on the first parse. Where there is no page, zod
// writes a function for each schema, which reads a plan file in less than half the time.
z.config({ jitless: 'document' in globalThis });

/** Text that comes back from the database and from files as it was: SQLite ends at a NUL, UTF-8 has no half characters. */
export const text = z.string().refine((value) => !value.includes('\0') && value.isWellFormed(), {
  error: 'must not hold NUL or half a character, which is not text',
});

export const id = text.min(1).max(100);

export const isoDate = z
  .string()
  .refine(isIsoDate, { error: `must be a date like 2027-08-23, between ${FIRST_DATE} and ${LAST_DATE}` })
  // For the JSON Schema of the plan file, which cannot express the check itself.
  .meta({ format: 'date' });

/** A moment in UTC, such as `2027-08-23T09:30:00.000Z`. */
export const instant = z.iso.datetime();

/** One line of text a person typed: trimmed, not empty. */
export const line = text.trim().min(1).max(300);
/** Optional one-line text: empty becomes `null`. */
export const optionalLine = text
  .trim()
  .max(300)
  .transform((text) => (text === '' ? null : text))
  .nullable();
export const notes = text.max(50_000);
const address = text
  .trim()
  .max(2_000)
  .refine(isWebAddress, { error: 'must be an address that starts with https://, http:// or mailto:' });
export const webAddress = address.nullable();
/** Addresses with their titles: all of a plan's or an item's. An empty list takes them away. */
export const webLinks = z.array(z.strictObject({ title: optionalLine, url: address })).max(50);
/** The same as it is stored and written to files: left out where there are none, as in files from before there were any. */
export const storedWebLinks = webLinks.min(1).exactOptional();

export const amount = z.number().min(0).max(1_000_000);
export const positive = z.number().gt(0).max(1_000_000);
export const days = z.int().min(-100_000).max(100_000);
export const wholePositive = z.int().min(1).max(100_000);
export const position = z.int().min(-1_000_000_000).max(1_000_000_000);
export const gradePoint = z.number().min(0).max(5);

/** True for an absolute https, http or mailto address without a user name or password in it. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/@?#]+([/?#]\S*)?$/i.test(text) || /^mailto:[^\s@]+@[^\s@]+$/i.test(text);
}
