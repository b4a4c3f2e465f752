/**
 * The rule book of dates (R1–R15) once more, as naively as possible, to hold the engine against. Nothing
 * here is ordered, cached or incremental: every pass works out every item from what the pass before knew,
 * and passes repeat until none changes anything. Latest dates are found the same way from the goal
 * backwards, lengths are laid on the calendar day by day, and a gain is a second run of the whole plan.
 * Long for one file, because a reader should be able to compare it with the rules from top to bottom.
 */
import type { Link, PlanDocument, RequisiteSet } from '#shared/domain/plan/document.ts';
import type { Course, Experience, Item, Program, Step, Term } from '#shared/domain/plan/items.ts';
import type { BindingReason, Mode } from '#shared/domain/schedule/types.ts';
import { daysOf, lastStartWithin, sameDayMonthsLater } from './oracle-calendar.ts';

export interface OracleDates {
  mode: Mode;
  start: number | null;
  end: number | null;
  latestStart: number | null;
  latestFinish: number | null;
  slack: number | null;
}

export interface OracleGoal {
  date: number | null;
  best: number | null;
  complete: boolean;
  undatedItems: string[];
  brokenItems: string[];
  programIds: string[];
}

/** A link that an item which holds its dates does not keep. */
export interface OracleBroken {
  linkId: string;
  fromId: string;
  itemId: string;
  days: number;
}

export interface OracleWindow extends OracleBroken {
  lastDay: number;
}

export interface OracleBinding {
  itemId: string;
  reason: BindingReason;
  fromId: string | null;
  gain: number | null;
  next: string | null;
  tied: string[];
}

export interface OracleAnswer {
  items: Map<string, OracleDates>;
  goal: OracleGoal | null;
  binding: OracleBinding[];
  broken: OracleBroken[];
  windows: OracleWindow[];
  /** Items that would be dated by themselves, those on one loop together. */
  loops: string[][];
}

/** First and last day of an item, both its own. */
interface Span {
  start: number;
  end: number;
}
type Spans = ReadonlyMap<string, Span>;

/** What one run of the dates supposes beside the document: the day, and lengths other than the planned ones. */
interface Suppose {
  today: number;
  best: boolean;
  oneDay: string | null;
}

/** Gives the last day for a first day; `null` when the length is not known. */
type LastDayOf = ((start: number) => number) | null;

// ---------------------------------------------------------------- lengths (R2)

const isPoint = (item: Item): boolean => item.kind === 'milestone' || item.kind === 'credential';

const days = (count: number) => (start: number) => start + Math.max(1, count) - 1;

/** Hours as whole numbers, so that a tenth and two tenths are three tenths. */
const thousandths = (hours: number): number => Math.round(hours * 1000);

/** Whole days by counting them: so many that as many sevenths of the weekly hours are enough. */
function daysOfWork(hours: number, hoursPerWeek: number): number {
  let count = 0;
  while (thousandths(hoursPerWeek) * count < thousandths(hours) * 7) count += 1;
  return count;
}

function lastDayOf(item: Item, suppose: Suppose): LastDayOf {
  if (isPoint(item) || suppose.oneDay === item.id) return days(1);
  if (item.kind === 'term') return days(daysOf(item.lastDay) - daysOf(item.firstDay) + 1);
  if (item.kind === 'experience' && item.hoursRequired !== null && item.hoursPerWeek !== null) {
    return days(daysOfWork(item.hoursRequired, item.hoursPerWeek));
  }
  const length = suppose.best && item.bestLength !== null ? item.bestLength : item.length;
  if (length === null || item.lengthUnit === null || item.lengthUnit === 'hour') return null;
  if (item.lengthUnit === 'day') return days(length);
  if (item.lengthUnit === 'week') return days(7 * length);
  return (start) => Math.max(start, sameDayMonthsLater(start, length) - 1);
}

// ---------------------------------------------------------------- what was recorded (R3, R9)

/** Days of the attempts at an exam with a result, earliest first; none of what is finished by its own date. */
function attemptDays(item: Item, result: 'passed' | 'failed'): number[] {
  if (item.kind !== 'step' || item.sort !== 'exam' || item.actualEnd !== null) return [];
  const attempts = item.attempts.filter((attempt) => attempt.result === result);
  return attempts.map((attempt) => daysOf(attempt.day)).sort((a, b) => a - b);
}

const passedOn = (item: Item): number | null => attemptDays(item, 'passed')[0] ?? null;

const failedOn = (item: Item): number | null =>
  passedOn(item) === null ? (attemptDays(item, 'failed').at(-1) ?? null) : null;

const loggedDays = (item: Item): number[] =>
  item.kind === 'experience' ? item.log.map((entry) => daysOf(entry.day)) : [];

function recordedStart(item: Item): number | null {
  // A start up to the day of a failed attempt was that attempt's.
  const failed = failedOn(item);
  if (item.actualStart !== null && (failed === null || daysOf(item.actualStart) > failed)) {
    return daysOf(item.actualStart);
  }
  const logged = loggedDays(item);
  return logged.length === 0 ? null : Math.min(...logged);
}

function recordedEnd(item: Item): number | null {
  if (item.actualEnd !== null) return daysOf(item.actualEnd);
  const own = item.kind === 'credential' ? item.issued : item.kind === 'milestone' ? item.doneOn : null;
  return own === null ? passedOn(item) : daysOf(own);
}

/** The one day of a milestone or credential: its own field before the two that every item has. */
function pointDay(item: Item): number {
  const own = item.kind === 'credential' ? item.issued : item.kind === 'milestone' ? item.doneOn : null;
  return daysOf(own ?? item.actualEnd ?? item.actualStart ?? '');
}

function modeOf(item: Item): Mode {
  if (recordedStart(item) !== null || recordedEnd(item) !== null) return 'actual';
  if (item.pinStart !== null) return 'pinned';
  if (item.kind === 'term') return 'term';
  if (item.kind === 'course' && item.termId !== null) return 'course';
  if (item.kind === 'program') return 'summary';
  return 'auto';
}

function endWithLog(item: Experience, start: number, suppose: Suppose): number | null {
  const last = Math.max(...loggedDays(item));
  const logged = item.log.reduce((sum, entry) => sum + thousandths(entry.hours), 0);
  if (item.hoursRequired === null) return null;
  const left = (thousandths(item.hoursRequired) - logged) / 1000;
  if (left <= 0) return Math.max(start, last);
  if (item.hoursPerWeek === null) return null;
  return Math.max(start, suppose.today, last + daysOfWork(left, item.hoursPerWeek));
}

function actualSpan(item: Item, suppose: Suppose): Span | null {
  if (isPoint(item)) {
    const day = pointDay(item);
    return { start: day, end: day };
  }
  const start = recordedStart(item);
  const end = recordedEnd(item);
  if (start !== null && end !== null) return { start, end: Math.max(start, end) };
  // What is finished has its length behind it: supposing another one changes nothing.
  const lastDay = lastDayOf(item, end === null ? suppose : { ...suppose, oneDay: null });
  // Nothing says how long it took: the day it was finished is all there is.
  if (end !== null) return { start: lastDay === null ? end : lastStartWithin(lastDay, end), end };
  if (start === null) return null;
  if (item.kind === 'experience' && item.log.length > 0 && suppose.oneDay !== item.id) {
    const left = endWithLog(item, start, suppose);
    if (left !== null) return { start, end: left };
  }
  return lastDay === null ? null : { start, end: Math.max(suppose.today, lastDay(start)) };
}

function pinnedSpan(item: Item, suppose: Suppose): Span | null {
  if (item.pinStart === null) return null;
  const start = daysOf(item.pinStart);
  if (item.pinEnd !== null && suppose.oneDay !== item.id) return { start, end: daysOf(item.pinEnd) };
  const lastDay = lastDayOf(item, suppose);
  return lastDay === null ? null : { start, end: lastDay(start) };
}

// ---------------------------------------------------------------- programs (R10)

const isLive = (course: Course): boolean => course.status !== 'withdrawn';

const coursesOf = (document: PlanDocument): Course[] =>
  document.items.filter((item) => item.kind === 'course');

/** The terms a program runs over: those that hold a course not withdrawn, or else all. */
function countedTerms(document: PlanDocument, programId: string): Term[] {
  const terms = document.items
    .filter((item) => item.kind === 'term')
    .filter((term) => term.programId === programId);
  const taught = terms.filter((term) =>
    coursesOf(document).some((course) => course.termId === term.id && isLive(course)),
  );
  return taught.length > 0 ? taught : terms;
}

/** The items whose days a program sums, dated or not. */
function summedBy(document: PlanDocument, program: Program): Item[] {
  const experiences = document.items.filter(
    (item) => item.kind === 'experience' && item.programId === program.id,
  );
  return [...countedTerms(document, program.id), ...experiences];
}

function programSpan(document: PlanDocument, program: Program, known: Spans, suppose: Suppose): Span | null {
  const spans = summedBy(document, program).flatMap((child) => known.get(child.id) ?? []);
  if (spans.length === 0) return null;
  const start = Math.min(...spans.map((span) => span.start));
  if (suppose.oneDay === program.id) return { start, end: start };
  return { start, end: Math.max(...spans.map((span) => span.end)) };
}

const hasOwnLength = (program: Program): boolean =>
  program.length !== null && program.lengthUnit !== null && program.lengthUnit !== 'hour';

/** A program of which only the start is recorded or pinned keeps that, and still ends with its last part. */
const isBegun = (item: Item): boolean =>
  item.kind === 'program' &&
  !hasOwnLength(item) &&
  recordedEnd(item) === null &&
  (recordedStart(item) !== null || (item.pinStart !== null && item.pinEnd === null));

function begunProgramSpan(
  document: PlanDocument,
  program: Program,
  known: Spans,
  suppose: Suppose,
): Span | null {
  const start = recordedStart(program) ?? (program.pinStart === null ? null : daysOf(program.pinStart));
  const summed = programSpan(document, program, known, { ...suppose, oneDay: null });
  if (start === null || summed === null) return null;
  return { start, end: suppose.oneDay === program.id ? start : Math.max(start, summed.end) };
}

/** A program of which only the finish is recorded began with its first part, if it has one that was not later. */
function finishedProgramSpan(document: PlanDocument, program: Program, known: Spans, suppose: Suppose): Span {
  const end = recordedEnd(program) ?? NaN;
  const summed = programSpan(document, program, known, { ...suppose, oneDay: null });
  return { start: Math.min(end, summed?.start ?? end), end };
}

/** True for a program that ends with its last part. */
const isSummed = (item: Item): boolean =>
  item.kind === 'program' && (modeOf(item) === 'summary' || isBegun(item));

// ---------------------------------------------------------------- links (R4–R8)

const byPlace = (a: { position: number; id: string }, b: { position: number; id: string }): number =>
  a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Links that ask something of an item: its own and those of the program it is a child of. */
function linksInto(document: PlanDocument, item: Item): Link[] {
  return document.links.filter(
    (link) => link.toId === item.id || (item.programId !== null && link.toId === item.programId),
  );
}

/** The first day a link allows; `null` while its predecessor has no dates. `item` lasts as `lastDay` says. */
function firstDayAllowed(link: Link, known: Spans, lastDay: (start: number) => number): number | null {
  const from = known.get(link.fromId);
  if (from === undefined) return null;
  if (link.kind === 'FS') return from.end + 1 + link.lag;
  if (link.kind === 'SS') return from.start + link.lag;
  const wantedEnd = from.end + link.lag;
  let start = wantedEnd;
  while (lastDay(start) >= wantedEnd) start -= 1;
  while (lastDay(start) < wantedEnd) start += 1;
  return start;
}

interface Asked {
  link: Link;
  day: number;
}

/** What the links of an item ask: those that count, and whether one of them has no date (R7, R8). */
function askedOf(
  document: PlanDocument,
  item: Item,
  known: Spans,
  lastDay: (start: number) => number,
): { asked: Asked[]; missing: boolean } {
  const single: Link[] = [];
  const grouped = new Map<string, Link[]>();
  for (const link of linksInto(document, item)) {
    if (link.groupId === null) single.push(link);
    else grouped.set(link.groupId, [...(grouped.get(link.groupId) ?? []), link]);
  }
  const asked: Asked[] = [];
  let missing = false;
  for (const link of single) {
    const day = firstDayAllowed(link, known, lastDay);
    if (day === null) missing = true;
    else asked.push({ link, day });
  }
  for (const [groupId, members] of grouped) {
    const need = document.linkGroups.find((group) => group.id === groupId)?.need ?? members.length;
    const dated = members.flatMap((link) => {
      const day = firstDayAllowed(link, known, lastDay);
      return day === null ? [] : [{ link, day }];
    });
    dated.sort((a, b) => a.day - b.day || byPlace(a.link, b.link));
    if (dated.length < need) missing = true;
    asked.push(...dated.slice(0, need));
  }
  return { asked, missing };
}

interface OwnReason {
  reason: BindingReason;
  day: number;
}

/** What an auto item asks of itself: a day of its own, a retake wait, today. In the order that wins a tie. */
function ownReasons(item: Item, today: number): OwnReason[] {
  const reasons: OwnReason[] = [];
  const failed = failedOn(item);
  if (failed !== null)
    reasons.push({ reason: 'not-before', day: failed + 1 + ((item as Step).retakeDays ?? 0) });
  if (item.notBefore !== null) reasons.push({ reason: 'not-before', day: daysOf(item.notBefore) });
  if (item.kind === 'experience' || item.kind === 'step' || item.kind === 'credential') {
    reasons.push({ reason: 'today', day: today });
  }
  return reasons;
}

function autoSpan(document: PlanDocument, item: Item, known: Spans, suppose: Suppose): Span | null {
  if (item.kind === 'course') return null;
  const lastDay = lastDayOf(item, suppose);
  if (lastDay === null) return null;
  const { asked, missing } = askedOf(document, item, known, lastDay);
  const allowed = [...asked.map((ask) => ask.day), ...ownReasons(item, suppose.today).map((own) => own.day)];
  if (missing || allowed.length === 0) return null;
  const start = Math.max(...allowed);
  return { start, end: lastDay(start) };
}

// ---------------------------------------------------------------- the forward fixpoint

function spanOf(document: PlanDocument, item: Item, known: Spans, suppose: Suppose): Span | null {
  const mode = modeOf(item);
  if (item.kind === 'program' && isBegun(item)) return begunProgramSpan(document, item, known, suppose);
  if (item.kind === 'program' && !hasOwnLength(item) && mode === 'actual' && recordedStart(item) === null) {
    return finishedProgramSpan(document, item, known, suppose);
  }
  if (mode === 'actual') return actualSpan(item, suppose);
  if (mode === 'pinned') return pinnedSpan(item, suppose);
  if (item.kind === 'term') {
    const start = daysOf(item.firstDay);
    return { start, end: suppose.oneDay === item.id ? start : daysOf(item.lastDay) };
  }
  if (item.kind === 'course' && item.termId !== null) {
    const term = known.get(item.termId) ?? null;
    return term !== null && suppose.oneDay === item.id ? { start: term.start, end: term.start } : term;
  }
  if (item.kind === 'program') return programSpan(document, item, known, suppose);
  return autoSpan(document, item, known, suppose);
}

/** What the dates of an item are worked out from; nothing for what holds its dates. */
function sourcesOf(document: PlanDocument, item: Item): string[] {
  const mode = modeOf(item);
  if (mode === 'auto') return linksInto(document, item).map((link) => link.fromId);
  return item.kind === 'program' && isSummed(item) ? summedBy(document, item).map((part) => part.id) : [];
}

/** What each item's dates are worked out from, directly or not. */
function reachedBack(document: PlanDocument): Map<string, Set<string>> {
  const sources = new Map(document.items.map((item) => [item.id, sourcesOf(document, item)]));
  return new Map(
    document.items.map(({ id }) => {
      const reached = new Set<string>();
      const open = [id];
      while (open.length > 0) {
        for (const source of sources.get(open.pop() ?? '') ?? []) {
          if (!reached.has(source)) open.push(source);
          reached.add(source);
        }
      }
      return [id, reached];
    }),
  );
}

/** Items whose dates would be worked out from themselves (R12), those on one loop together: they have none. */
function loopsOf(document: PlanDocument): string[][] {
  const reached = reachedBack(document);
  const leads = (from: string, to: string): boolean => reached.get(to)?.has(from) === true;
  const onLoops = document.items.map(({ id }) => id).filter((id) => leads(id, id));
  const withFirst = Map.groupBy(onLoops, (id) =>
    onLoops.find((other) => leads(id, other) && leads(other, id)),
  );
  return [...withFirst.values()];
}

function datesOf(document: PlanDocument, suppose: Suppose): Spans {
  const onLoops = new Set(loopsOf(document).flat());
  let known: Spans = new Map();
  // Without a loop a value needs at most one pass per item; one more proves that nothing changes.
  for (let pass = 0; pass <= document.items.length + 1; pass += 1) {
    const next = new Map<string, Span>();
    for (const item of document.items) {
      const span = onLoops.has(item.id) ? null : spanOf(document, item, known, suppose);
      if (span !== null) next.set(item.id, span);
    }
    if (sameSpans(known, next)) return next;
    known = next;
  }
  return known;
}

function sameSpans(a: Spans, b: Spans): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([id, span]) => b.get(id)?.start === span.start && b.get(id)?.end === span.end);
}

// ---------------------------------------------------------------- the goal (R13)

function goalDay(item: Item, spans: Spans): number | null {
  const span = spans.get(item.id);
  if (span === undefined) return null;
  return isPoint(item) ? span.start : span.end;
}

/** Something that must not come later than another item lets it: a link, a requisite, or a part of a sum. */
type Edge =
  // A link into a program binds its children; for the program itself it only says what comes before.
  | { from: string; to: string; via: 'before'; link: Link }
  | { from: string; to: string; via: 'link'; link: Link }
  | { from: string; to: string; via: 'pre' | 'co' }
  | { from: string; to: string; via: 'within' };

/** Every "comes before" of a plan, with the chosen members of groups only, links to programs handed to their children. */
function edgesOf(document: PlanDocument, spans: Spans, suppose: Suppose): Edge[] {
  const edges: Edge[] = [];
  for (const item of document.items) {
    if (item.kind === 'program') {
      for (const link of chosenInto(document, item, spans, suppose)) {
        edges.push({
          from: link.fromId,
          to: item.id,
          via: modeOf(item) === 'summary' ? 'before' : 'link',
          link,
        });
      }
      for (const child of summedBy(document, item))
        edges.push({ from: child.id, to: item.id, via: 'within' });
      for (const course of coursesOf(document)) {
        const term = document.items.find((other) => other.id === course.termId);
        const here = term === undefined ? course.programId === item.id : term.programId === item.id;
        if (here && isLive(course)) edges.push({ from: course.id, to: item.id, via: 'within' });
      }
      continue;
    }
    if (item.kind === 'course' && item.termId !== null)
      edges.push({ from: item.termId, to: item.id, via: 'within' });
    const fromProgram = (link: Link): boolean => link.toId !== item.id;
    const passed = item.kind === 'term' || ['auto', 'pinned'].includes(modeOf(item));
    const chosen = chosenInto(document, item, spans, suppose).filter((link) => passed || !fromProgram(link));
    for (const link of chosen) edges.push({ from: link.fromId, to: item.id, via: 'link', link });
  }
  for (const set of document.requisiteSets) {
    for (const need of chosenRequisites(document, set, spans)) {
      edges.push({ from: need, to: set.courseId, via: set.kind === 'pre' ? 'pre' : 'co' });
    }
  }
  return edges;
}

/** Links that count for an item; all members of a group that cannot be met. */
function chosenInto(document: PlanDocument, item: Item, spans: Spans, suppose: Suppose): Link[] {
  const { asked } = askedOf(document, item, spans, heldLastDay(item, spans, suppose));
  return linksInto(document, item).filter((link) => {
    if (link.groupId === null) return true;
    const need = document.linkGroups.find((group) => group.id === link.groupId)?.need ?? 0;
    const members = asked.filter((ask) => ask.link.groupId === link.groupId);
    return members.length < need || members.some((ask) => ask.link.id === link.id);
  });
}

function chosenRequisites(document: PlanDocument, set: RequisiteSet, spans: Spans): string[] {
  const { need } = set;
  const ids = set.needs.map(({ courseId }) => courseId);
  if (need === null) return ids;
  const dated = coursesOf(document).flatMap((course) => {
    const span = ids.includes(course.id) ? spans.get(course.id) : undefined;
    return span === undefined ? [] : [{ course, day: set.kind === 'pre' ? span.end : span.start }];
  });
  if (dated.length < need) return ids;
  dated.sort((a, b) => a.day - b.day || byPlace(a.course, b.course));
  return dated.slice(0, need).map(({ course }) => course.id);
}

/** How an item fills the calendar from another first day: an auto one by its length, all others day for day. */
function heldLastDay(item: Item, spans: Spans, suppose: Suppose): (start: number) => number {
  const span = spans.get(item.id);
  const lastDay = modeOf(item) === 'auto' ? lastDayOf(item, suppose) : null;
  return lastDay ?? days(span === undefined ? 1 : span.end - span.start + 1);
}

function ancestorsOf(goalId: string, edges: readonly Edge[]): Set<string> {
  const before = new Set<string>([goalId]);
  for (let size = 0; size !== before.size;) {
    size = before.size;
    for (const edge of edges) if (before.has(edge.to)) before.add(edge.from);
  }
  return before;
}

/** The links an item breaks by starting before they allow (`pinned-early`), with the days by which it is too early. */
function brokenBy(item: Item, spans: Spans, suppose: Suppose, edges: readonly Edge[]): OracleBroken[] {
  const span = spans.get(item.id);
  if (span === undefined) return [];
  const lastDay = heldLastDay(item, spans, suppose);
  return edges.flatMap((edge) => {
    if (edge.to !== item.id || edge.via !== 'link') return [];
    const from = spans.get(edge.from);
    const allowed = firstDayAllowed(edge.link, spans, lastDay);
    if (from === undefined || allowed === null || span.start >= allowed) return [];
    const days = edge.link.kind === 'FF' ? from.end + edge.link.lag - span.end : allowed - span.start;
    return [{ linkId: edge.link.id, fromId: edge.from, itemId: item.id, days }];
  });
}

/** The windows that closed before their item starts (R6), with their last day. */
function windowsMissed(document: PlanDocument, spans: Spans, edges: readonly Edge[]): OracleWindow[] {
  const counted = new Set(
    edges.flatMap((edge) => ('link' in edge && edge.link.toId === edge.to ? [edge.link.id] : [])),
  );
  return document.links.flatMap((link) => {
    const from = spans.get(link.fromId);
    const to = spans.get(link.toId);
    if (link.kind !== 'FS' || link.window === null || from === undefined || to === undefined) return [];
    const lastDay = from.end + link.window;
    if (!counted.has(link.id) || to.start <= lastDay) return [];
    return [{ linkId: link.id, fromId: link.fromId, itemId: link.toId, lastDay, days: to.start - lastDay }];
  });
}

/** A course that is behind the student, or given up, waits for no term. */
const isSettled = (item: Item): boolean =>
  item.kind === 'course' && item.status !== 'planned' && item.status !== 'enrolled';

function goalOf(
  document: PlanDocument,
  goal: Item,
  spans: Spans,
  suppose: Suppose,
  edges: readonly Edge[],
): OracleGoal {
  const before = ancestorsOf(goal.id, edges);
  const missed = new Set(windowsMissed(document, spans, edges).map(({ itemId }) => itemId));
  const undated = document.items.filter(
    (item) => before.has(item.id) && !spans.has(item.id) && !isSettled(item),
  );
  const broken = document.items.filter(
    (item) =>
      before.has(item.id) && (missed.has(item.id) || brokenBy(item, spans, suppose, edges).length > 0),
  );
  const atBest = datesOf(document, { ...suppose, best: true });
  return {
    date: goalDay(goal, spans),
    best: goalDay(goal, atBest),
    complete: undated.length === 0 && broken.length === 0,
    undatedItems: undated.map((item) => item.id),
    brokenItems: broken.map((item) => item.id),
    programIds: document.items
      .filter((item) => item.kind === 'program' && before.has(item.id))
      .map((item) => item.id),
  };
}

// ---------------------------------------------------------------- latest dates (R14)

interface Latest {
  start: number;
  finish: number;
  /** The two bounds apart, `Infinity` where nothing asks: a program hands them to different children. */
  startBy: number;
  finishBy: number;
}

/** The part a program starts with: while it stays, the program starts on its day. At a tie the first in place. */
function firstPartOf(document: PlanDocument, program: Program, spans: Spans): Item | undefined {
  const starting = summedBy(document, program).filter(
    (part) => spans.get(part.id)?.start === spans.get(program.id)?.start,
  );
  return starting.sort(byPlace)[0];
}

function sameLatest(a: Latest | undefined, b: Latest): boolean {
  return (
    a?.start === b.start && a.finish === b.finish && a.startBy === b.startBy && a.finishBy === b.finishBy
  );
}

/** True for what a delay can move; terms, courses, pinned and actual items hold their dates in both passes. */
const moves = (item: Item): boolean => modeOf(item) === 'auto' || modeOf(item) === 'summary';

/** Latest dates of every dated item with a path to the goal, by repeating "no later than what follows" until it holds. */
function latestOf(
  document: PlanDocument,
  goal: Item,
  base: number,
  spans: Spans,
  suppose: Suppose,
): Map<string, Latest> {
  const edges = edgesOf(document, spans, suppose);
  const itemOf = new Map(document.items.map((item) => [item.id, item]));
  let known = new Map<string, Latest>();
  for (let pass = 0; pass <= document.items.length + 1; pass += 1) {
    const next = new Map<string, Latest>();
    for (const item of document.items) {
      const span = spans.get(item.id);
      if (span === undefined) continue;
      const lastDay = heldLastDay(item, spans, suppose);
      let finish = item.id === goal.id ? base : Infinity;
      let start = Infinity;
      for (const edge of edges) {
        if (edge.from !== item.id || edge.via === 'before') continue;
        const to = itemOf.get(edge.to);
        const toLatest = known.get(edge.to);
        if (to === undefined || toLatest === undefined) continue;
        if (edge.via === 'within') {
          if (to.kind === 'program' && !isSummed(to)) continue;
          if (to.kind === 'course' && modeOf(to) !== 'course') continue;
          // A course in no term stretches nothing, even where its own days are recorded.
          if (item.kind === 'course' && item.termId === null) continue;
          finish = Math.min(finish, toLatest.finishBy);
          // What is recorded of a program is not what its parts make of it.
          if (to.kind === 'program' && !moves(to)) continue;
          const firstPart = to.kind === 'program' ? firstPartOf(document, to, spans)?.id : item.id;
          const part = to.kind === 'program' && item.kind === 'course' ? item.termId : item.id;
          if (part === firstPart) start = Math.min(start, toLatest.startBy);
          continue;
        }
        const kind = edge.via === 'link' ? edge.link.kind : edge.via === 'pre' ? 'FS' : 'SS';
        const lag = edge.via === 'link' ? edge.link.lag : 0;
        const toEnd = heldLastDay(to, spans, suppose)(toLatest.start);
        if (kind === 'FS') finish = Math.min(finish, toLatest.start - 1 - lag);
        if (kind === 'SS') start = Math.min(start, toLatest.start - lag);
        if (kind === 'FF') finish = Math.min(finish, toEnd - lag);
      }
      if (start === Infinity && finish === Infinity) continue;
      if (!moves(item)) {
        // The end of a begun program still depends on its parts, if anything depends on that end.
        const finishBy = isBegun(item) && finish === Infinity ? Infinity : span.end;
        next.set(item.id, { start: span.start, finish: span.end, startBy: span.start, finishBy });
        continue;
      }
      const latestFinish = start === Infinity ? finish : Math.min(finish, lastDay(start));
      next.set(item.id, {
        start: Math.min(start, lastStartWithin(lastDay, latestFinish)),
        finish: latestFinish,
        startBy: start,
        finishBy: finish,
      });
    }
    const unchanged =
      known.size === next.size && [...next].every(([id, latest]) => sameLatest(known.get(id), latest));
    known = next;
    if (unchanged) break;
  }
  return known;
}

// ---------------------------------------------------------------- what decides it (R15)

interface ChainEntry {
  itemId: string;
  reason: BindingReason;
  fromId: string | null;
  /** Where the chain goes from here; also set where no link is, from a course to its term. */
  nextId: string | null;
  /** True when the first day of the next item counts and not its last: matters when that is a program. */
  byStart: boolean;
  /** What asks for the same day and lost the tie: other items, or own reasons by their names. */
  tied: string[];
}

/** The chain from the goal back to the first thing that is fixed by something other than an item. */
function chainOf(document: PlanDocument, goal: Item, spans: Spans, suppose: Suppose): ChainEntry[] {
  const chain: ChainEntry[] = [];
  let item: Item | undefined = goal;
  let byStart = false;
  while (item !== undefined && spans.has(item.id) && chain.length <= document.items.length) {
    const entry = entryOf(document, item, byStart, spans, suppose);
    chain.push(entry);
    byStart = entry.byStart;
    item = document.items.find((other) => other.id === entry.nextId);
  }
  return chain;
}

function entryOf(
  document: PlanDocument,
  item: Item,
  byStart: boolean,
  spans: Spans,
  suppose: Suppose,
): ChainEntry {
  const mode = modeOf(item);
  const span = spans.get(item.id);
  const entry = { itemId: item.id, fromId: null, nextId: null, byStart: false, tied: [] };
  const isByParts = isBegun(item) && !byStart;
  if ((mode === 'actual' || mode === 'pinned') && !isByParts) return { ...entry, reason: mode };
  if (mode === 'term') return { ...entry, reason: 'term' };
  if (item.kind === 'course') return { ...entry, reason: 'term', nextId: item.termId };
  if (item.kind === 'program') {
    const edge = byStart ? 'start' : 'end';
    const parts = summedBy(document, item).filter((part) => spans.get(part.id)?.[edge] === span?.[edge]);
    const [first, ...others] = parts.sort(byPlace).map((part) => part.id);
    if (first === undefined && (mode === 'actual' || mode === 'pinned')) return { ...entry, reason: mode };
    return { ...entry, reason: 'link', nextId: first ?? null, byStart, tied: others };
  }
  const { asked } = askedOf(document, item, spans, heldLastDay(item, spans, suppose));
  const deciding = asked.filter((ask) => ask.day === span?.start).sort((a, b) => byPlace(a.link, b.link));
  const own = ownReasons(item, suppose.today).filter((reason) => reason.day === span?.start);
  const ownNames = own.map(({ reason }) => reason);
  const link = deciding[0]?.link;
  if (link === undefined) return { ...entry, reason: ownNames[0] ?? 'today', tied: ownNames.slice(1) };
  return {
    ...entry,
    reason: 'link',
    fromId: link.fromId,
    nextId: link.fromId,
    byStart: link.kind === 'SS',
    tied: [...deciding.slice(1).map((ask) => ask.link.fromId), ...ownNames],
  };
}

function bindingOf(document: PlanDocument, goal: Item, spans: Spans, suppose: Suppose): OracleBinding[] {
  const chain = chainOf(document, goal, spans, suppose);
  const date = goalDay(goal, spans);
  return chain.map((entry) => {
    const shorter = { ...suppose, oneDay: entry.itemId };
    const then = datesOf(document, shorter);
    const dateThen = goalDay(goal, then);
    const chainThen = chainOf(document, goal, then, shorter);
    const changed = chainThen.find((other, index) => other.itemId !== chain[index]?.itemId);
    return {
      itemId: entry.itemId,
      reason: entry.reason,
      fromId: entry.fromId,
      gain: date === null || dateThen === null ? null : date - dateThen,
      next: changed?.itemId ?? null,
      tied: entry.tied,
    };
  });
}

// ---------------------------------------------------------------- all of it

/** Dates, latest dates, goal and binding chain of a plan on `today` (ISO day), by the words of the rule book. */
export function consultOracle(document: PlanDocument, today: string): OracleAnswer {
  const suppose: Suppose = { today: daysOf(today), best: false, oneDay: null };
  const spans = datesOf(document, suppose);
  const goal = document.items.find((item) => item.id === document.plan.goalId);
  const goalDate = goal === undefined ? null : goalDay(goal, spans);
  const base = document.plan.target === null ? goalDate : daysOf(document.plan.target);
  const latest =
    goal === undefined || goalDate === null || base === null
      ? new Map<string, Latest>()
      : latestOf(document, goal, base, spans, suppose);
  const items = new Map<string, OracleDates>();
  for (const item of document.items) {
    const span = spans.get(item.id);
    const late = latest.get(item.id);
    items.set(item.id, {
      mode: modeOf(item),
      start: span?.start ?? null,
      end: span?.end ?? null,
      latestStart: late?.start ?? null,
      latestFinish: late?.finish ?? null,
      slack: span === undefined || late === undefined ? null : late.finish - span.end,
    });
  }
  const edges = edgesOf(document, spans, suppose);
  return {
    items,
    // These two run the dates once more for everything they suppose: only for those who ask.
    get goal() {
      return goal === undefined ? null : goalOf(document, goal, spans, suppose, edges);
    },
    get binding() {
      return goal === undefined ? [] : bindingOf(document, goal, spans, suppose);
    },
    broken: document.items.flatMap((item) => brokenBy(item, spans, suppose, edges)),
    windows: windowsMissed(document, spans, edges),
    loops: loopsOf(document),
  };
}
