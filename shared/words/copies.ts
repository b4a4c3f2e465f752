import type { CopyPreview, StoredCopy } from '#shared/contract/copies.ts';
import { countOf, quoted, shortListOf } from './numbers.ts';

const REASONS: Readonly<Record<string, string>> = {
  daily: 'Before the first change of the day',
  'by-hand': 'You asked for it',
  'before-import': 'Before an import',
  'before-migration': 'Before an update of Throughline',
  replaced: 'What a restore replaced',
};

/** Why a copy was made. A reason that is not known (another version) stands for itself. */
export function copyReason({ why }: Pick<StoredCopy, 'why'>): string {
  return REASONS[why] ?? why;
}

const moment = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });

/** An instant on this computer's clock: `Nov 28, 2026, 3:11 AM`. */
export function formatMoment(at: string | null): string {
  return at === null ? 'not known when' : moment.format(Date.parse(at));
}

/** What a copy holds: `“A” (96 items) and “B” (3 items), last changed Nov 28, 2026, 3:11 AM.` */
export function copyHoldsSentence({ plans, lastChange }: CopyPreview): string {
  const names = plans.map(({ name, items }) => `${quoted(name)} (${countOf(items, 'item')})`);
  const changed = lastChange === null ? '' : `, last changed ${formatMoment(lastChange)}`;
  return plans.length === 0 ? 'It holds no plan.' : `It holds ${shortListOf(names, 5)}${changed}.`;
}

/** What would be lost by restoring a copy. */
export function copyLosesSentence({ lostPlans, lostChanges }: CopyPreview): string {
  const plans =
    lostPlans.length === 0
      ? null
      : `${countOf(lostPlans.length, 'plan')} would be gone: ${shortListOf(lostPlans.map(quoted), 5)}`;
  if (lostChanges === null)
    return plans === null
      ? 'Changes made since then would be gone; how many, the copy does not say.'
      : `${plans}. Changes made since then would be gone as well.`;
  if (lostChanges === 0) return plans === null ? 'Nothing would be lost.' : `${plans}.`;
  const changes = `${countOf(lostChanges, 'change')} made since then would be gone`;
  return plans === null ? `${changes}.` : `${plans}. ${changes}.`;
}
