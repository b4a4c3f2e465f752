import type { Link } from '../plan/document.ts';
import type { Item } from '../plan/items.ts';
import { toDay, toIso, type DayNumber } from '../time/day.ts';
import type { Context } from './context.ts';
import type { Raised } from './types.ts';

/** `pinned-early`: an item that holds its dates starts before a link allows; a recorded one is only remarked on. */
export function findPinnedEarly({ schedule }: Context): Raised<'pinned-early'>[] {
  return schedule.broken.map(({ linkId, fromId, itemId, mode, days }) => ({
    code: 'pinned-early',
    severity: mode === 'actual' ? 'info' : 'error',
    itemIds: [itemId, fromId],
    facts: { linkId, days },
  }));
}

/** `window-missed` (R6): an item starts after the window of a link has closed. */
export function findMissedWindows({ schedule }: Context): Raised<'window-missed'>[] {
  return schedule.windows.map(({ linkId, fromId, itemId, lastDay, days }) => ({
    code: 'window-missed',
    severity: 'error',
    itemIds: [itemId, fromId],
    facts: { linkId, lastDay: toIso(lastDay), days },
  }));
}

/**
 * `prerequisite-expired`: the credential or exam result that an item builds on is no longer valid on the day the
 * item starts. Of "any k of n" it holds when fewer than k are still valid.
 */
export function findExpired({ doc, schedule, items }: Context): Raised<'prerequisite-expired'>[] {
  const judged = doc.links.flatMap((link) => {
    if (link.groupId === null && !canExpire(items.get(link.fromId))) return [];
    if (!schedule.has(link.fromId) || !schedule.has(link.toId)) return [];
    const start = schedule.days(link.toId)?.start ?? null;
    const end = schedule.days(link.fromId)?.end ?? null;
    const lastDay = lastValidDay(items.get(link.fromId), end);
    return start === null
      ? []
      : [{ link, start, lastDay, valid: end !== null && (lastDay === null || start <= lastDay) }];
  });
  const validIn = new Map<string, number>();
  for (const { link, valid } of judged) {
    if (link.groupId !== null && valid) validIn.set(link.groupId, (validIn.get(link.groupId) ?? 0) + 1);
  }
  const needs = new Map(doc.linkGroups.map(({ id, need }) => [id, need]));
  const isNeeded = ({ groupId }: Link) =>
    groupId === null || (validIn.get(groupId) ?? 0) < (needs.get(groupId) ?? Infinity);
  return judged.flatMap(({ link, start, lastDay }): Raised<'prerequisite-expired'>[] => {
    if (lastDay === null || start <= lastDay || !isNeeded(link)) return [];
    return [
      {
        code: 'prerequisite-expired',
        severity: 'error',
        itemIds: [link.toId, link.fromId],
        facts: { linkId: link.id, lastDay: toIso(lastDay), start: toIso(start) },
      },
    ];
  });
}

function canExpire(item: Item | undefined): boolean {
  return item?.kind === 'credential'
    ? item.expires !== null
    : item?.kind === 'step' && item.validDays !== null;
}

/** Last day on which a credential or exam result counts; `null` when it does not end or is not known. */
function lastValidDay(item: Item | undefined, end: DayNumber | null): DayNumber | null {
  if (item?.kind === 'credential') return item.expires === null ? null : toDay(item.expires);
  if (item?.kind !== 'step' || item.sort !== 'exam' || item.validDays === null) return null;
  const passed = item.attempts.filter(({ result }) => result === 'passed').map(({ day }) => toDay(day));
  const day = passed.length > 0 ? Math.max(...passed) : end;
  return day === null ? null : day + item.validDays;
}
