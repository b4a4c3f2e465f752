/**
 * Every finding once more, from the table of findings alone: for each code its condition is tried on everything it
 * could hold for. Dates, checks of links and the audit are the other oracles', so nothing of the engine is asked.
 */
import type { Fact, PlanDocument, RequisiteSet } from '#shared/domain/plan/document.ts';
import type { Course, Credential, Experience, Item, Term } from '#shared/domain/plan/items.ts';
import type { FindingCode, FindingDetail, Severity } from '#shared/domain/findings/types.ts';
import {
  auditByOracle,
  codeOf,
  creditsOf,
  familiesOf,
  hasPassed,
  isAhead,
  isGoodEnough,
  unknownOf,
  type OracleAudit,
} from './audit-oracle.ts';
import { daysOf, isoOf, sameDayMonthsLater } from './oracle-calendar.ts';
import { consultOracle, type OracleAnswer } from './schedule-oracle.ts';

export interface OracleFinding {
  code: FindingCode;
  severity: Severity;
  itemIds: string[];
  facts: FindingDetail['facts'];
}

interface Known {
  document: PlanDocument;
  today: number;
  dates: OracleAnswer;
  audits: OracleAudit[];
}

type Rule = (known: Known) => OracleFinding[];

// ---------------------------------------------------------------- looking things up

const coursesOf = ({ document }: Known): Course[] => document.items.filter((item) => item.kind === 'course');
const itemOf = ({ document }: Known, id: string | null): Item | undefined =>
  document.items.find((item) => item.id === id);

function termOf(known: Known, course: Course | undefined): Term | undefined {
  const term = itemOf(known, course?.termId ?? null);
  return term?.kind === 'term' ? term : undefined;
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

// ---------------------------------------------------------------- requisites

/** A course or one that repeats it, however often. */
function isAttemptAt(known: Known, course: Course, neededId: string): boolean {
  const seen = new Set<string>();
  for (let at: Course | undefined = course; at !== undefined && !seen.has(at.id);) {
    if (at.id === neededId) return true;
    seen.add(at.id);
    const before = itemOf(known, at.repeatsId);
    at = before?.kind === 'course' ? before : undefined;
  }
  return false;
}

function isInTime(known: Known, kind: RequisiteSet['kind'], needed: Course, course: Course): boolean {
  const [before, own] = [termOf(known, needed), termOf(known, course)];
  if (before === undefined || own === undefined) return false;
  const earlier = before.lastDay < own.firstDay;
  if (kind === 'pre') return earlier;
  return kind === 'co' ? earlier || before === own : before === own;
}

const requisiteOrder: Rule = (known) =>
  known.document.requisiteSets.flatMap((set) => {
    const course = coursesOf(known).find(({ id }) => id === set.courseId);
    if (course === undefined || !isAhead(course) || termOf(known, course) === undefined) return [];
    const missing = set.needs.filter((need) => {
      const attempts = coursesOf(known).filter((other) => isAttemptAt(known, other, need.courseId));
      return !attempts.some((attempt) =>
        isAhead(attempt)
          ? isInTime(known, set.kind, attempt, course)
          : attempt.status !== 'withdrawn' && isGoodEnough(attempt, need.minGrade),
      );
    });
    const satisfied = set.needs.length - missing.length;
    const needed = (set.need ?? set.needs.length) - satisfied;
    if (needed <= 0) return [];
    const itemIds = [course.id, ...missing.map(({ courseId }) => courseId)];
    return [{ code: 'requisite-order', severity: 'error', itemIds, facts: { kind: set.kind, needed } }];
  });

/** Courses that require each other by any chain; not if only by corequisites, which means "same term". */
function requisiteLoops(known: Known): string[][] {
  const ids = coursesOf(known).map(({ id }) => id);
  const edges = known.document.requisiteSets.flatMap(({ courseId, kind, needs }) =>
    needs.map((need) => ({ from: need.courseId, to: courseId, kind })),
  );
  const reach = new Set(edges.map(({ from, to }) => `${from} ${to}`));
  // Warshall: whether there is a way through the middle, for every middle in turn.
  for (const middle of ids)
    for (const from of ids)
      for (const to of ids)
        if (reach.has(`${from} ${middle}`) && reach.has(`${middle} ${to}`)) reach.add(`${from} ${to}`);
  const together = (a: string, b: string): boolean => reach.has(`${a} ${b}`) && reach.has(`${b} ${a}`);
  const first = ids.filter(
    (id, n) => together(id, id) && !ids.slice(0, n).some((other) => together(id, other)),
  );
  const loops = first.map((id) => ids.filter((other) => together(id, other)));
  return loops.filter((loop) =>
    edges.some(({ from, to, kind }) => kind === 'pre' && loop.includes(from) && loop.includes(to)),
  );
}

const cycle: Rule = (known) => [
  ...requisiteLoops(known).map((itemIds) => finding('cycle', 'error', itemIds, { of: 'requisites' })),
  ...known.dates.loops.map((itemIds) => finding('cycle', 'error', itemIds, { of: 'links' })),
];

function finding(
  code: FindingCode,
  severity: Severity,
  itemIds: string[],
  facts: FindingDetail['facts'],
): OracleFinding {
  return { code, severity, itemIds, facts };
}

// ---------------------------------------------------------------- terms and programs

const load: Rule = (known) =>
  known.document.items.flatMap((term) => {
    if (term.kind !== 'term') return [];
    const held = coursesOf(known).filter(
      (course) => course.termId === term.id && course.status !== 'withdrawn',
    );
    const credits = creditsOf(held);
    const unknown = unknownOf(held).length;
    const { creditLimit: limit, creditMinimum: minimum } = term;
    return [
      ...(limit !== null && credits > limit
        ? [finding('credit-overload', 'warning', [term.id], { credits, limit, unknown })]
        : []),
      ...(minimum !== null && credits > 0 && credits < minimum
        ? [finding('credit-underload', 'info', [term.id], { credits, minimum, unknown })]
        : []),
    ];
  });

/** A term without courses is part of its program only where no term of it has any (R10). */
function isInUse(known: Known, term: Term): boolean {
  const holds = (id: string): boolean =>
    coursesOf(known).some((course) => course.termId === id && course.status !== 'withdrawn');
  const siblings = known.document.items.filter(
    (item) => item.kind === 'term' && item.programId === term.programId,
  );
  return holds(term.id) || !siblings.some(({ id }) => holds(id));
}

const outsideProgram: Rule = (known) =>
  known.document.items.flatMap((item) => {
    const program = itemOf(known, item.programId);
    const dates = known.dates.items.get(item.id);
    if (program?.kind !== 'program' || dates?.start == null || dates.end === null) return [];
    if (item.kind === 'course' || (item.kind === 'term' && !isInUse(known, item))) return [];
    const { notBefore, mustEndBy } = program;
    const [start, end] = [isoOf(dates.start), isoOf(dates.end)];
    const ids = [item.id, program.id];
    return [
      ...(notBefore !== null && start < notBefore
        ? [finding('outside-program', 'warning', ids, { side: 'before', day: start, limit: notBefore })]
        : []),
      ...(mustEndBy !== null && end > mustEndBy
        ? [finding('outside-program', 'warning', ids, { side: 'after', day: end, limit: mustEndBy })]
        : []),
    ];
  });

const creditsShort: Rule = ({ audits }) =>
  audits.flatMap(({ programId, creditsRequired, creditsEarned, creditsPlanned, unknownCredits }) => {
    if (creditsRequired === null || round(creditsEarned + creditsPlanned) >= creditsRequired) return [];
    return [
      finding('credits-short', 'error', [programId], {
        required: creditsRequired,
        earned: creditsEarned,
        planned: creditsPlanned,
        unknown: unknownCredits.length,
      }),
    ];
  });

const lowGpa: Rule = (known) =>
  known.audits.flatMap(({ programId, gpa }) => {
    const program = itemOf(known, programId);
    const minimum = program?.kind === 'program' ? program.gpaMinimum : null;
    if (gpa === null || minimum === null || round(gpa) >= minimum) return [];
    return [finding('gpa-below-minimum', 'warning', [programId], { gpa: round(gpa), minimum })];
  });

const unmet: Rule = ({ audits, document }) =>
  audits.flatMap(({ programId, groups }) =>
    groups.flatMap(({ requirementId, status, missing, fix }) => {
      const group = document.requirements.find(({ id }) => id === requirementId);
      if (status !== 'missing' || group === undefined) return [];
      const { title, rule } = group;
      const facts = { requirementId, title, rule, missing, fix: fix.courses };
      return [finding('requirement-unmet', 'error', [programId, ...fix.courseIds], facts)];
    }),
  );

// ---------------------------------------------------------------- links

const pinnedEarly: Rule = ({ dates }) =>
  dates.broken.map(({ linkId, fromId, itemId, days }) => {
    const severity = dates.items.get(itemId)?.mode === 'actual' ? 'info' : 'error';
    return finding('pinned-early', severity, [itemId, fromId], { linkId, days });
  });

const windowMissed: Rule = ({ dates }) =>
  dates.windows.map(({ linkId, fromId, itemId, lastDay, days }) =>
    finding('window-missed', 'error', [itemId, fromId], { linkId, lastDay: isoOf(lastDay), days }),
  );

/** Last day on which what an item brings counts; `null` when it does not end, or not yet can be told. */
function lastValidDay(known: Known, id: string): number | null {
  const item = itemOf(known, id);
  if (item?.kind === 'credential') return item.expires === null ? null : daysOf(item.expires);
  if (item?.kind !== 'step' || item.sort !== 'exam' || item.validDays === null) return null;
  const passes = item.attempts.filter(({ result }) => result === 'passed').map(({ day }) => day);
  const last = passes.sort().at(-1);
  const from = last === undefined ? (known.dates.items.get(id)?.end ?? null) : daysOf(last);
  return from === null ? null : from + item.validDays;
}

const expired: Rule = (known) =>
  known.document.links.flatMap((link) => {
    const start = known.dates.items.get(link.toId)?.start ?? null;
    const lastDay = lastValidDay(known, link.fromId);
    if (start === null || lastDay === null || start <= lastDay) return [];
    const group = known.document.linkGroups.find(({ id }) => id === link.groupId);
    if (group !== undefined) {
      // Of "any k of n" k must be there and valid; while they are, the others may expire.
      const valid = known.document.links.filter((other) => {
        if (other.groupId !== group.id || known.dates.items.get(other.fromId)?.end == null) return false;
        const until = lastValidDay(known, other.fromId);
        return until === null || start <= until;
      });
      if (valid.length >= group.need) return [];
    }
    const facts = { linkId: link.id, lastDay: isoOf(lastDay), start: isoOf(start) };
    return [finding('prerequisite-expired', 'error', [link.toId, link.fromId], facts)];
  });

// ---------------------------------------------------------------- hours

const hoursFinished: Rule = ({ document }) =>
  document.items.flatMap((item) => {
    if (item.kind !== 'experience' || item.actualEnd === null || item.hoursRequired === null) return [];
    const hours = round(item.log.reduce((total, entry) => total + entry.hours, 0));
    if (hours >= item.hoursRequired) return [];
    const facts = { by: 'experience', hours, required: item.hoursRequired } as const;
    return [finding('hours-short', 'error', [item.id], facts)];
  });

/** "Training hours: 1,000", "AIT: 1000 hours": a number of hours of training. */
function hoursAsked({ field, value, unit }: Fact): number {
  const words = field.toLowerCase().split(' ');
  const isTraining = ['training', 'experience', 'ait', 'internship', 'practicum', 'residency'].some((word) =>
    words.includes(word),
  );
  const isHours = words.includes('hours') || unit === 'hours' || unit === 'h';
  const number = Number((value ?? '').replaceAll(',', '') || NaN);
  return isTraining && isHours && !Number.isNaN(number) ? number : 0;
}

const hoursPlanned: Rule = (known) =>
  known.document.items.flatMap((credential) => {
    if (credential.kind !== 'credential') return [];
    const rules = known.document.facts.filter(({ itemId }) => itemId === credential.id).map(hoursAsked);
    const required = Math.max(0, ...rules);
    const training = trainingFor(known, credential);
    if (required === 0 || training.length === 0) return [];
    if (training.some(({ hoursRequired }) => hoursRequired === null)) return [];
    const hours = training.reduce((total, { hoursRequired }) => total + (hoursRequired ?? 0), 0);
    if (hours >= required) return [];
    const facts = { by: 'credential', hours, required } as const;
    return [finding('hours-short', 'error', [...training.map(({ id }) => id), credential.id], facts)];
  });

/** Supervised experiences on the way to a credential, up to the one before; inside a degree only if there are no others. */
function trainingFor(known: Known, credential: Credential): Experience[] {
  let way = [credential.id];
  for (let size = 0; size !== way.length;) {
    size = way.length;
    const before = known.document.links.filter(
      ({ fromId, toId }) => way.includes(toId) && itemOf(known, fromId)?.kind !== 'credential',
    );
    way = [...new Set([...way, ...before.map(({ fromId }) => fromId)])];
  }
  const supervised = known.document.items.filter(
    (item): item is Experience => item.kind === 'experience' && item.sort !== 'job',
  );
  const own = supervised.filter(({ id }) => way.includes(id));
  return own.length > 0
    ? own
    : supervised.filter(({ programId }) => programId !== null && way.includes(programId));
}

// ---------------------------------------------------------------- courses

const unplaced: Rule = (known) =>
  coursesOf(known)
    .filter((course) => course.status === 'planned' && termOf(known, course) === undefined)
    .map(({ id }) => finding('unplaced-course', 'warning', [id], {}));

/** In time: done without a term, then by term, then what has none yet; all of a plan, in document order at a tie. */
function inTime(known: Known): Course[] {
  const dayOf = (course: Course): string => termOf(known, course)?.firstDay ?? (isAhead(course) ? '9' : '0');
  const courses = coursesOf(known);
  return courses.toSorted(
    (a, b) => dayOf(a).localeCompare(dayOf(b)) || courses.indexOf(a) - courses.indexOf(b),
  );
}

const duplicates: Rule = (known) => {
  const families = familiesOf(known.document, coursesOf(known));
  const inOrder = inTime(known).filter(({ status }) => status !== 'withdrawn');
  return inOrder.flatMap((course, n) => {
    const code = codeOf(course);
    const same = (other: Course): boolean => codeOf(other) === code && other.programId === course.programId;
    // The last one before it that was not failed.
    const earlier = inOrder
      .slice(0, n)
      .filter((other) => same(other) && (other.status !== 'completed' || hasPassed(other)))
      .at(-1);
    if (code === null || earlier === undefined) return [];
    if (families.some((family) => family.includes(course) && family.includes(earlier))) return [];
    return [finding('duplicate-course', 'warning', [course.id, earlier.id], { number: code.trim() })];
  });
};

const deadlines: Rule = (known) =>
  known.document.items.flatMap((item) => {
    if (item.kind === 'milestone') {
      const dates = known.dates.items.get(item.id);
      if (dates?.mode === 'actual' || dates?.start == null || dates.start >= known.today) return [];
      const facts = { kind: 'milestone', day: isoOf(dates.start) } as const;
      return [finding('deadline-passed', 'error', [item.id], facts)];
    }
    const term = item.kind === 'course' && isAhead(item) ? termOf(known, item) : undefined;
    if (term === undefined || daysOf(term.lastDay) >= known.today) return [];
    return [finding('deadline-passed', 'error', [item.id], { kind: 'course', day: term.lastDay })];
  });

// ---------------------------------------------------------------- credentials and facts

const renewals: Rule = ({ document, today }) =>
  document.items.flatMap((item) => {
    if (item.kind !== 'credential' || item.expires === null) return [];
    const days = daysOf(item.expires) - today;
    if (days > 90) return [];
    const facts = { expires: item.expires, expired: days < 0 };
    return [finding('renewal-due', days < 0 ? 'error' : 'warning', [item.id], facts)];
  });

/** First and last day of the period for continuing education that holds today, or the last one before it. */
function educationPeriod(credential: Credential, today: number): { first: number; last: number } | null {
  const { issued, expires, ceMonths, renewMonths } = credential;
  const months = ceMonths ?? renewMonths;
  if (months === null) {
    if (expires === null) return null;
    return { first: issued === null ? -Infinity : daysOf(issued), last: daysOf(expires) };
  }
  const endsWithCredential =
    expires !== null && (issued === null || renewMonths === null || renewMonths % months === 0);
  if (!endsWithCredential && issued === null) return null;
  // The first days of all periods that matter, counted from a fixed day so that short months do not add up.
  const from = endsWithCredential ? daysOf(expires) + 1 : daysOf(issued ?? '');
  const counts = Array.from({ length: 400 }, (_, n) => (endsWithCredential ? n - 399 : n));
  const starts = counts.map((count) => sameDayMonthsLater(from, count * months));
  const periods = starts.slice(0, -1).map((first, n) => ({ first, last: (starts[n + 1] ?? 0) - 1 }));
  if (endsWithCredential && today > daysOf(expires)) return periods.at(-1) ?? null;
  return periods.find(({ first, last }) => first <= today && today <= last) ?? periods[0] ?? null;
}

const education: Rule = ({ document, today }) =>
  document.items.flatMap((item) => {
    const period = item.kind === 'credential' ? educationPeriod(item, today) : null;
    if (item.kind !== 'credential' || period === null || period.last - today > 180) return [];
    const entries = item.ce.filter(({ day }) => daysOf(day) >= period.first && daysOf(day) <= period.last);
    const hoursOf = (list: typeof entries): number =>
      round(list.reduce((total, { hours }) => total + hours, 0));
    const logged = hoursOf(entries);
    const topics = item.ceTopics.flatMap(({ topic, hours }) => {
      const own = hoursOf(
        entries.filter((entry) => entry.topic?.trim().toLowerCase() === topic.toLowerCase()),
      );
      return own < hours ? [{ topic, asked: hours, logged: own }] : [];
    });
    const asked = item.ceHours ?? 0;
    if (logged >= asked && topics.length === 0) return [];
    return [
      finding('ce-short', 'warning', [item.id], { periodEnd: isoOf(period.last), asked, logged, topics }),
    ];
  });

const staleFacts: Rule = ({ document, today }) => {
  const about = [...new Set(document.facts.map(({ itemId }) => itemId))];
  return about.flatMap((itemId) => {
    const days = document.facts
      .filter((fact) => fact.itemId === itemId)
      .flatMap(({ checkedOn }) => (checkedOn !== null && daysOf(checkedOn) < today - 365 ? [checkedOn] : []))
      .sort();
    const [oldest] = days;
    if (oldest === undefined) return [];
    const facts = { checkedOn: oldest, count: days.length };
    return [finding('stale-fact', 'info', itemId === null ? [] : [itemId], facts)];
  });
};

const RULES: Rule[] = [
  requisiteOrder,
  cycle,
  load,
  outsideProgram,
  pinnedEarly,
  windowMissed,
  expired,
  hoursFinished,
  hoursPlanned,
  creditsShort,
  lowGpa,
  unmet,
  unplaced,
  duplicates,
  deadlines,
  renewals,
  education,
  staleFacts,
];

/** All findings of a plan on `today` (ISO day), in no particular order. */
export function findingsByOracle(document: PlanDocument, today: string): OracleFinding[] {
  const dates = consultOracle(document, today);
  const known = { document, today: daysOf(today), dates, audits: auditByOracle(document) };
  return RULES.flatMap((rule) => rule(known));
}
