import type { ChangeGroup } from '#shared/domain/baseline/group-changes.ts';
import type {
  BaselineComparison,
  BaselineItem,
  BaselineSummary,
  ItemDrift,
  PlanFieldDifference,
} from '#shared/domain/baseline/types.ts';
import type { RankedCause, RankedItem } from '#shared/domain/baseline/rank-changes.ts';
import { isIsoDate, type IsoDate } from '#shared/domain/time/day.ts';
import { fieldPhrase } from './compared-fields.ts';
import { movedText, partText } from './comparison.ts';
import { formatDay, formatDays, formatShift } from './dates.ts';
import { FACILITY_LABELS } from './labels.ts';
import { capitalized, quoted } from './numbers.ts';

/** `“Sent to the board”, as of Sep 1, 2027`. */
export function baselineTitle({ name, takenOn }: Pick<BaselineSummary, 'name' | 'takenOn'>): string {
  return `${quoted(name)}, as of ${formatDay(takenOn)}`;
}

/** `What changed since “Sent to the board”, Sep 1, 2027`. */
export function changesTitle({ name, takenOn }: Pick<BaselineSummary, 'name' | 'takenOn'>): string {
  return `What changed since ${quoted(name)}, ${formatDay(takenOn)}`;
}

/** How a date stands against a baseline: `12 days later than in “Sent to the board”`. */
export function driftText(days: number, name: string): string {
  return days === 0
    ? `as in ${quoted(name)}`
    : `${formatDays(days)} ${days > 0 ? 'later' : 'earlier'} than in ${quoted(name)}`;
}

/** How an item's days stand against a baseline: `ends 12 days later than in “Sent to the board”`. */
export function itemDriftText(startDays: number, endDays: number, name: string): string {
  if (startDays === endDays) return driftText(startDays, name);
  const than = `than in ${quoted(name)}`;
  return `${movedText(startDays, endDays)} ${than}`;
}

/** How an item stands against a baseline, as a sentence: `Ends 12 days later than in “Sent to the board”.` */
export function itemDriftSentence(drift: ItemDrift, name: string): string {
  switch (drift.kind) {
    case 'new':
      return `Not yet in ${quoted(name)}.`;
    case 'undated':
      return drift.then ? `Had no date in ${quoted(name)}.` : `Had a date in ${quoted(name)}.`;
    case 'days':
      return `${capitalized(itemDriftText(drift.start, drift.end, name))}.`;
  }
}

/** Why the goal comes on another day than in the baseline: the difference, and where it has several parts, each of them. */
export function explainBaseline({ before, now, days, baseline, explanation }: BaselineComparison): {
  lead: string;
  parts: string[];
} {
  const lead = `${now.goal?.title ?? before.goal?.title ?? 'Goal'}: ${goalDrift(days, before.goal?.date ?? null, baseline.name)}`;
  const [only] = explanation;
  if (only === undefined) return { lead: `${lead}.`, parts: [] };
  if (explanation.length === 1) return { lead: `${lead}, because ${partText(only)}.`, parts: [] };
  return {
    lead: `${lead}:`,
    parts: explanation.map((part) => `${formatShift(part.days)}, because ${partText(part)}`),
  };
}

function goalDrift(days: number | null, before: IsoDate | null, name: string): string {
  if (days === null) return before === null ? `no date in ${quoted(name)}` : 'no date now';
  return days === 0 ? `the same day as in ${quoted(name)}` : driftText(days, name);
}

export const CHANGE_TITLES: Readonly<Record<ChangeGroup, string>> = {
  done: 'Done since',
  changed: 'Changed',
  added: 'Added',
  removed: 'Removed',
  moved: 'Moved only',
};

/** What became of an item, without its title: `20 hours per week instead of 40`, `done`, `12 days later`. */
export function itemChangeText(item: BaselineItem): string {
  const { change, done, fields } = item;
  const said = fields.map(fieldPhrase).join('; ');
  switch (change) {
    case 'added':
      return done ? 'new, and done' : 'new';
    case 'removed':
      return 'no longer in the plan';
    case 'changed':
      return done ? `done${said === '' ? '' : `: ${said}`}` : said;
    case 'moved':
      return itemShiftText(item) ?? '';
  }
}

/** How an item moves the goal, without its title: `20 hours per week instead of 40`, `new`, `has not begun`. */
export function causeText(cause: RankedCause['cause'], { change }: RankedItem): string {
  switch (cause) {
    case 'goal':
      return 'is the goal now';
    case 'time':
      return 'has not begun, and time has passed';
    case 'added':
      return 'new';
    case 'left-out':
      return 'no longer in the plan';
    case 'changed':
    case 'together':
      return change === null ? 'changed' : itemChangeText(change);
  }
}

/** How the days of an item moved: `ends 12 days later`, `has no date now`; `null` where they did not, or it is in one of the two only. */
export function itemShiftText({ before, now, startDays, endDays }: BaselineItem): string | null {
  if (before === null || now === null) return null;
  if (startDays !== null && endDays !== null)
    return startDays === 0 && endDays === 0 ? null : movedText(startDays, endDays);
  if (before.start === null && now.start === null) return null;
  return now.start === null ? 'has no date now' : 'has a date now';
}

const PLAN_LABELS: Readonly<Record<PlanFieldDifference['field'], string>> = {
  name: 'Name',
  goalId: 'Goal',
  target: 'Target date',
  jurisdiction: 'State',
  facility: 'Facility',
  notes: 'Notes',
  webLinks: 'Web links',
};

/** What differs about the plan itself: `Target date: May 1, 2029 instead of none`. */
export function planFieldText({ field, old, new: next }: PlanFieldDifference): string {
  const label = PLAN_LABELS[field];
  if (field === 'notes' || field === 'webLinks') return `${label}: changed`;
  return `${label}: ${planValue(field, next)} instead of ${planValue(field, old)}`;
}

function planValue(field: PlanFieldDifference['field'], value: string | null): string {
  if (value === null) return 'none';
  if (field === 'facility') return FACILITY_LABELS[value as keyof typeof FACILITY_LABELS];
  if (field === 'target' && isIsoDate(value)) return formatDay(value);
  return field === 'name' || field === 'goalId' ? quoted(value) : value;
}

/** `Nothing has changed since “Sent to the board”.` */
export function unchangedText(name: string): string {
  return `Nothing has changed since ${quoted(name)}.`;
}

/** True when there is nothing to tell but perhaps findings. */
export function isUnchanged({ items, plan, days }: BaselineComparison): boolean {
  return items.length === 0 && plan.length === 0 && (days ?? 0) === 0;
}
