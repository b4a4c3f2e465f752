import { educationPeriod, RENEWAL_NOTICE } from '../findings/credentials.ts';
import type { Credential } from '../plan/items.ts';
import { toDay, type DayNumber } from '../time/day.ts';

/** How a credential stands, the most urgent first. */
export const CREDENTIAL_STATES = ['expired', 'renew', 'held', 'planned'] as const;
export type CredentialState = (typeof CREDENTIAL_STATES)[number];

/** Whether a credential is held, and whether it is time to renew it. */
export function credentialState(
  { issued, expires }: Pick<Credential, 'issued' | 'expires'>,
  today: DayNumber,
): CredentialState {
  const left = expires === null ? Infinity : toDay(expires) - today;
  if (left < 0) return 'expired';
  if (left <= RENEWAL_NOTICE) return 'renew';
  return issued === null ? 'planned' : 'held';
}

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
