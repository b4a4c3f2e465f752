import type { RequisiteSet } from '#shared/domain/plan/document.ts';
import { codeText } from '#shared/domain/plan/course-code.ts';
import type { Course, Credential, Item } from '#shared/domain/plan/items.ts';
import type { BindingEntry, Undated } from '#shared/domain/schedule/types.ts';
import { formatDays } from '#shared/words/dates.ts';
import { undatedSentence } from '#shared/words/item-dates.ts';
import { countOf, formatNumber, quoted } from '#shared/words/numbers.ts';

/*
 * Sentences that only the printed plan needs. In a section a title stands once, so these say "the line above" or
 * "something else" where the screen would name an item a second time.
 */

/** Why an entry of the chain has its date. `first` is the entry from which the chain starts. */
export function chainReason(
  { reason }: Pick<BindingEntry, 'reason'>,
  item: Item | undefined,
  first: boolean,
): string {
  switch (reason) {
    case 'link':
      return first ? 'Held by a link.' : 'Follows as soon as the line above allows.';
    case 'not-before':
      return 'Set not to start before this day.';
    case 'pinned':
      return 'Fixed on this day.';
    case 'actual':
      return 'As recorded.';
    case 'today':
      return 'Cannot begin before today.';
    case 'term':
      if (first) return 'The dates of the term.';
      return item?.kind === 'program' ? 'Ends with the line above.' : 'Has the dates of the line above.';
  }
}

/** What a shorter length would bring; `null` where it would change nothing. */
export function chainGain({ gain }: Pick<BindingEntry, 'gain'>): string | null {
  return gain === null || gain <= 0
    ? null
    : `If it took one day, the goal would come ${formatDays(gain)} earlier.`;
}

/** Why an item has no dates. */
export function undatedReason(item: Item, undated: Undated): string {
  return undated.itemId === item.id
    ? undatedSentence(undated, item.id, () => '')
    : 'It waits for something else that has no dates yet.';
}

/** The requisites of a course in the fewest words: `HSA 300, HSA 310; with HSA 320; 1 of HSA 330, HSA 340`. */
export function requisitesText(
  sets: readonly RequisiteSet[],
  courseOf: (id: string) => Course | null,
): string {
  return sets
    .map(
      (set) =>
        `${KINDS[set.kind]}${chosen(set)}${set.needs.map((need) => needText(need, courseOf)).join(', ')}`,
    )
    .join('; ');
}

const KINDS: Record<RequisiteSet['kind'], string> = { pre: '', co: 'before or with ', strict: 'with ' };

function chosen({ need, needs }: RequisiteSet): string {
  return need === null || need >= needs.length ? '' : `${formatNumber(need)} of `;
}

function needText(
  { courseId, minGrade }: RequisiteSet['needs'][number],
  courseOf: (id: string) => Course | null,
): string {
  const course = courseOf(courseId);
  const name = course === null ? 'another course' : codeText(course) || quoted(course.title);
  return minGrade === null ? name : `${name} (${minGrade} or better)`;
}

/** How often a credential is renewed and what it asks; `null` where nothing is known. */
export function renewalText({ renewMonths, ceHours, ceMonths, ceTopics }: Credential): string | null {
  const parts: string[] = [];
  if (renewMonths !== null) parts.push(`Every ${period(renewMonths)}`);
  if (ceHours !== null && ceHours > 0) {
    const every = ceMonths === null || ceMonths === renewMonths ? '' : ` every ${period(ceMonths)}`;
    parts.push(`${countOf(ceHours, 'hour')} of continuing education${every}`);
  }
  for (const { topic, hours } of ceTopics) parts.push(`${countOf(hours, 'hour')} on ${topic}`);
  return parts.length === 0 ? null : parts.join('; ');
}

function period(months: number): string {
  if (months % 12 !== 0) return countOf(months, 'month');
  return months === 12 ? 'year' : countOf(months / 12, 'year');
}
