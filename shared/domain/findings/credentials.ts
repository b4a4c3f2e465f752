import type { Credential } from '../plan/items.ts';
import { toDay, toIso, type DayNumber } from '../time/day.ts';
import { addMonths } from '../time/length.ts';
import type { Context } from './context.ts';
import type { Raised } from './types.ts';

/** Days before a credential expires from which its renewal is due. */
export const RENEWAL_NOTICE = 90;
/** Days before the end of a continuing-education period from which missing hours are reported. */
export const EDUCATION_NOTICE = 180;

/** `renewal-due`: a credential expires within 90 days, or has. */
export function findRenewals({ doc, today }: Context): Raised<'renewal-due'>[] {
  return doc.items.flatMap((item): Raised<'renewal-due'>[] => {
    if (item.kind !== 'credential' || item.expires === null) return [];
    const left = toDay(item.expires) - today;
    if (left > RENEWAL_NOTICE) return [];
    const expired = left < 0;
    const severity = expired ? 'error' : 'warning';
    return [{ code: 'renewal-due', severity, itemIds: [item.id], facts: { expires: item.expires, expired } }];
  });
}

/** `ce-short`: the period ends within 180 days and hours are missing, in all or in a topic. */
export function findShortEducation({ doc, today }: Context): Raised<'ce-short'>[] {
  return doc.items.flatMap((item): Raised<'ce-short'>[] => {
    if (item.kind !== 'credential') return [];
    const period = educationPeriod(item, today);
    if (period === null || period.end - today > EDUCATION_NOTICE) return [];
    const entries = item.ce.filter(({ day }) => toDay(day) >= period.start && toDay(day) <= period.end);
    const logged = sum(entries.map(({ hours }) => hours));
    const topics = item.ceTopics
      .map(({ topic, hours: asked }) => {
        const own = entries.filter((entry) => entry.topic !== null && plain(entry.topic) === plain(topic));
        return { topic, asked, logged: sum(own.map(({ hours }) => hours)) };
      })
      .filter((topic) => topic.logged < topic.asked);
    const asked = item.ceHours ?? 0;
    if (logged >= asked && topics.length === 0) return [];
    const facts = { periodEnd: toIso(period.end), asked, logged, topics };
    return [{ code: 'ce-short', severity: 'warning', itemIds: [item.id], facts }];
  });
}

/**
 * The continuing-education period that `today` is in, or the last one of a credential that has expired; `null`
 * when none can be told. Periods are `ceMonths` long, else as long as the credential's own. They end together
 * with the credential where they fit into its period; a longer period counts from the day of issue.
 */
export function educationPeriod(
  credential: Credential,
  today: DayNumber,
): { start: DayNumber; end: DayNumber } | null {
  const { ceMonths, renewMonths } = credential;
  const issued = credential.issued === null ? null : toDay(credential.issued);
  const expires = credential.expires === null ? null : toDay(credential.expires);
  const months = ceMonths ?? renewMonths;
  if (months === null) return expires === null ? null : { start: issued ?? -Infinity, end: expires };
  const fits = renewMonths === null || renewMonths % months === 0;
  if (expires !== null && (fits || issued === null)) return periodBefore(expires, months, today);
  return issued === null ? null : periodAfter(issued, months, today);
}

function periodBefore(expires: DayNumber, months: number, today: DayNumber) {
  // Counted back from the day after, so that months of unequal length do not add up.
  const boundary = (periods: number) => addMonths(expires + 1, -periods * months);
  let periods = 1;
  while (boundary(periods) > today) periods++;
  return { start: boundary(periods), end: boundary(periods - 1) - 1 };
}

function periodAfter(issued: DayNumber, months: number, today: DayNumber) {
  const boundary = (periods: number) => addMonths(issued, periods * months);
  let periods = 0;
  while (boundary(periods + 1) <= today) periods++;
  return { start: boundary(periods), end: boundary(periods + 1) - 1 };
}

function plain(topic: string): string {
  return topic.trim().toLowerCase();
}

function sum(values: readonly number[]): number {
  return Math.round(values.reduce((total, value) => total + value, 0) * 1e6) / 1e6;
}
