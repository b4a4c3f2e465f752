import { educationPeriod } from '#shared/domain/findings/credentials.ts';
import type { Credential } from '#shared/domain/plan/items.ts';
import { toDay, type DayNumber } from '#shared/domain/time/day.ts';

/** One row of continuing education: all of it, or a topic with its own minimum. */
export interface EducationRow {
  /** `null` for the hours in all. */
  topic: string | null;
  asked: number;
  logged: number;
}

/** What was logged in the current period of a credential against what is asked; no rows where nothing is asked. */
export function educationOf(
  credential: Credential,
  today: DayNumber,
): { start: DayNumber | null; end: DayNumber | null; rows: EducationRow[] } {
  const period = educationPeriod(credential, today);
  const entries = credential.ce.filter(
    ({ day }) => period === null || (toDay(day) >= period.start && toDay(day) <= period.end),
  );
  const sum = (of: typeof entries) => of.reduce((total, { hours }) => total + hours, 0);
  const rows: EducationRow[] = [];
  if (credential.ceHours !== null && credential.ceHours > 0) {
    rows.push({ topic: null, asked: credential.ceHours, logged: sum(entries) });
  }
  for (const { topic, hours } of credential.ceTopics) {
    const same = entries.filter((entry) => entry.topic?.trim().toLowerCase() === topic.trim().toLowerCase());
    rows.push({ topic, asked: hours, logged: sum(same) });
  }
  const start = period !== null && Number.isFinite(period.start) ? period.start : null;
  return { start, end: period?.end ?? null, rows };
}
