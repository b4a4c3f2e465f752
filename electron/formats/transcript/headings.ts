import type { CourseStatus } from '#shared/domain/plan/items.ts';
import type { TermName } from '#shared/domain/template/usual-term.ts';
import { readTerm } from './term-name.ts';

/** A line that says something about the courses below it. */
export type Heading =
  | { sort: 'term'; term: TermName; rest: string }
  /** What the courses below are if their own lines do not say; `null` ends it. */
  | { sort: 'section'; status: CourseStatus | null; institution: string | null };

const DECORATION = /^[\s#*_=:>~–—-]+|[\s*_=:~–—-]+$/g;
const LABEL = /^(?:academic )?(?:term|semester|session|quarter|period)\s*[:\-–]\s*/i;
const TRANSFER =
  /^(?:courses? )?transfer(?:red|able)?\s+(?:credits?|courses?|work|hours)\b(?:.*?\bfrom\b:?\s*(?<school>.+))?/i;
const IN_PROGRESS =
  /^(?:courses?|work|credits?|classes)?\s*(?:currently\s+)?in[- ]progress$|^current(?:ly)? (?:courses|enrolled)$/i;
const OWN =
  /^(?:institution(?:al)? credit|beginning of .*record|completed courses?|under?graduate record|graduate record)/i;

/** Reads a line of its own as a heading; `null` for anything else, also for the totals of a term. */
export function readHeading(text: string): Heading | null {
  const plain = text.replaceAll(DECORATION, '').replace(LABEL, '');
  if (isTotal(plain)) return null;
  const named = readTerm(plain);
  if (named) return { sort: 'term', term: named.term, rest: named.rest.replaceAll(DECORATION, '') };
  const transfer = TRANSFER.exec(plain);
  if (transfer)
    return {
      sort: 'section',
      status: 'transferred',
      institution: transfer.groups?.['school']?.trim() ?? null,
    };
  if (IN_PROGRESS.test(plain)) return { sort: 'section', status: 'enrolled', institution: null };
  return OWN.test(plain) ? { sort: 'section', status: null, institution: null } : null;
}

/** True for sums and averages, which follow from the courses. */
export function isTotal(text: string): boolean {
  return /\b(sub-?totals?|totals?|gpa|cum(ulative)?|overall|quality points|grade points|(credits|hours|units) (earned|attempted))\b/i.test(
    text,
  );
}
