import type { Experience, Item, Step } from '../plan/items.ts';
import { toDay, type DayNumber, type IsoDate } from '../time/day.ts';
import {
  daysForHours,
  hourParts,
  lastDayOf,
  lastStartEndingBy,
  UNKNOWN_SPAN,
  type Span,
} from '../time/length.ts';
import { clampDay, MODE, NO_DAY, RULE } from './codes.ts';
import { plannedHours, plannedSpan } from './planned-span.ts';

/** What is known of each node before the passes, one place per node. Days, or `NO_DAY`. */
export interface NodeFacts {
  rule: Uint8Array;
  mode: Uint8Array;
  span: Int32Array;
  /** The *not before* date, or the first day after a failed exam if that is later. */
  notBefore: Int32Array;
  /** Today for what cannot begin in the past (R4). */
  today: Int32Array;
  fixedStart: Int32Array;
  fixedEnd: Int32Array;
  /** 1 when the finish is recorded: no other length would change it. */
  finished: Uint8Array;
}

export function createFacts(nodes: number): NodeFacts {
  return {
    rule: new Uint8Array(nodes),
    mode: new Uint8Array(nodes),
    span: new Int32Array(nodes),
    notBefore: new Int32Array(nodes).fill(NO_DAY),
    today: new Int32Array(nodes).fill(NO_DAY),
    fixedStart: new Int32Array(nodes).fill(NO_DAY),
    fixedEnd: new Int32Array(nodes).fill(NO_DAY),
    finished: new Uint8Array(nodes),
  };
}

/**
 * Writes what one item says about its dates (R2–R4, R9) into the place `node` of `facts`. `placed` says that
 * it is a course whose term is in the plan; `best` takes waits at their best length.
 */
export function readItem(
  facts: NodeFacts,
  node: number,
  item: Item,
  today: DayNumber,
  best: boolean,
  placed: boolean,
): void {
  const span = plannedSpan(item, best);
  facts.span[node] = span;
  facts.notBefore[node] = dayOr(item.notBefore);
  facts.today[node] = NO_DAY;
  facts.fixedStart[node] = NO_DAY;
  facts.fixedEnd[node] = NO_DAY;
  facts.finished[node] = 0;
  switch (item.kind) {
    case 'milestone':
      readOneDay(facts, node, dayOr(item.doneOn ?? item.actualEnd ?? item.actualStart), dayOr(item.pinStart));
      return;
    case 'credential':
      facts.today[node] = today;
      readOneDay(facts, node, dayOr(item.issued ?? item.actualEnd ?? item.actualStart), dayOr(item.pinStart));
      return;
    case 'program':
      if (!readRecordedOrPinned(facts, node, item, span, today))
        move(facts, node, RULE.summary, MODE.summary);
      else if (facts.rule[node] === RULE.lengthless) facts.rule[node] = RULE.summary;
      return;
    case 'term': {
      const firstDay = toDay(item.firstDay);
      const lastDay = Math.max(firstDay, toDay(item.lastDay));
      facts.span[node] = lastDay - firstDay + 1;
      if (readRecordedOrPinned(facts, node, item, lastDay - firstDay + 1, today)) return;
      hold(facts, node, MODE.term, firstDay, lastDay);
      return;
    }
    case 'course':
      if (readRecordedOrPinned(facts, node, item, span, today)) return;
      if (placed) move(facts, node, RULE.placed, MODE.course);
      else move(facts, node, RULE.auto, MODE.auto);
      return;
    case 'experience':
      readExperience(facts, node, item, span, today);
      return;
    case 'step':
      readStep(facts, node, item, span, today);
  }
}

function readOneDay(facts: NodeFacts, node: number, recorded: number, pinned: number): void {
  if (recorded !== NO_DAY) {
    facts.finished[node] = 1;
    hold(facts, node, MODE.actual, recorded, recorded);
  } else if (pinned !== NO_DAY) hold(facts, node, MODE.pinned, pinned, pinned);
  else move(facts, node, RULE.auto, MODE.auto);
}

/** False when nothing is recorded or pinned: the item's dates then come from elsewhere. */
function readRecordedOrPinned(
  facts: NodeFacts,
  node: number,
  item: Item,
  span: Span,
  today: DayNumber,
  begun: number = dayOr(item.actualStart),
  ended: number = dayOr(item.actualEnd),
): boolean {
  if (ended !== NO_DAY) {
    facts.finished[node] = 1;
    hold(facts, node, MODE.actual, begun !== NO_DAY ? begun : startOfFinished(item, ended, span), ended);
    return true;
  }
  if (begun !== NO_DAY) {
    hold(
      facts,
      node,
      MODE.actual,
      begun,
      span === UNKNOWN_SPAN ? NO_DAY : Math.max(today, lastDayOf(begun, span)),
    );
    return true;
  }
  if (item.pinStart === null) return false;
  const start = toDay(item.pinStart);
  const end =
    item.pinEnd !== null ? toDay(item.pinEnd) : span === UNKNOWN_SPAN ? NO_DAY : lastDayOf(start, span);
  hold(facts, node, MODE.pinned, start, end);
  return true;
}

/** The finish less the length (R9). Without a known length the finish is all there is to show: one day, that one. */
function startOfFinished(item: Item, ended: DayNumber, span: Span): DayNumber {
  if (span !== UNKNOWN_SPAN) return lastStartEndingBy(ended, span);
  // A program still has the first day of its children.
  return item.kind === 'program' ? NO_DAY : ended;
}

/** The first logged day stands for a start that was not recorded: hours cannot be logged before one begins. */
function readExperience(
  facts: NodeFacts,
  node: number,
  item: Experience,
  span: Span,
  today: DayNumber,
): void {
  facts.today[node] = today;
  const begun = dayOr(item.actualStart ?? firstLogged(item));
  const end = item.actualEnd === null && item.log.length > 0 ? endFromLog(item, today) : null;
  if (end !== null) hold(facts, node, MODE.actual, begun, end);
  else if (!readRecordedOrPinned(facts, node, item, span, today, begun))
    move(facts, node, RULE.auto, MODE.auto);
}

/** R9 with logged hours; `null` when the hours left cannot be told or have no pace. */
function endFromLog(item: Experience, today: DayNumber): DayNumber | null {
  const required = plannedHours(item);
  if (required === null) return null;
  let left = hourParts(required);
  let lastLogged = NO_DAY;
  for (const entry of item.log) {
    left -= hourParts(entry.hours);
    lastLogged = Math.max(lastLogged, toDay(entry.day));
  }
  if (left <= 0) return lastLogged;
  const days = item.hoursPerWeek === null ? null : daysForHours(left / hourParts(1), item.hoursPerWeek);
  return days === null ? null : Math.max(today, lastLogged + days);
}

function firstLogged(item: Experience): IsoDate | null {
  let first: IsoDate | null = null;
  for (const entry of item.log) if (first === null || entry.day < first) first = entry.day;
  return first;
}

/**
 * An exam is finished by its first passed attempt. A failed one takes back a beginning recorded up to its day:
 * that was the attempt that failed, and the next one lies ahead.
 */
function readStep(facts: NodeFacts, node: number, item: Step, span: Span, today: DayNumber): void {
  facts.today[node] = today;
  let begun = dayOr(item.actualStart);
  let ended = dayOr(item.actualEnd);
  if (item.sort === 'exam' && ended === NO_DAY) {
    let lastFailed = NO_DAY;
    for (const attempt of item.attempts) {
      const day = toDay(attempt.day);
      if (attempt.result === 'failed') lastFailed = Math.max(lastFailed, day);
      else if (ended === NO_DAY || day < ended) ended = day;
    }
    if (ended === NO_DAY && lastFailed !== NO_DAY) {
      if (begun <= lastFailed) begun = NO_DAY;
      const again = lastFailed + 1 + (item.retakeDays ?? 0);
      facts.notBefore[node] = Math.max(facts.notBefore[node] ?? NO_DAY, again);
    }
  }
  if (!readRecordedOrPinned(facts, node, item, span, today, begun, ended))
    move(facts, node, RULE.auto, MODE.auto);
}

function hold(facts: NodeFacts, node: number, mode: number, start: DayNumber, end: DayNumber): void {
  facts.mode[node] = mode;
  facts.fixedStart[node] = start === NO_DAY ? NO_DAY : clampDay(start);
  facts.fixedEnd[node] = end === NO_DAY ? NO_DAY : clampDay(Math.max(start, end));
  facts.rule[node] = start === NO_DAY || end === NO_DAY ? RULE.lengthless : RULE.fixed;
}

function move(facts: NodeFacts, node: number, rule: number, mode: number): void {
  facts.rule[node] = rule;
  facts.mode[node] = mode;
}

function dayOr(date: IsoDate | null): number {
  return date === null ? NO_DAY : toDay(date);
}
