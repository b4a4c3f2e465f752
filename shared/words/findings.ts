import type { FindingCode, FindingDetail } from '#shared/domain/findings/types.ts';
import { formatDay, formatDays } from './dates.ts';
import { countOf, formatGpa, formatNumber, listOf, quoted, shortListOf } from './numbers.ts';

/** What a kind of finding is called where several are listed together. */
export const FINDING_TITLES: Readonly<Record<FindingCode, string>> = {
  'requisite-order': 'Requisite out of order',
  cycle: 'Loop',
  'credit-overload': 'Too many credits',
  'credit-underload': 'Few credits',
  'outside-program': 'Outside the program',
  'pinned-early': 'Earlier than a link allows',
  'window-missed': 'Window missed',
  'prerequisite-expired': 'Expired by then',
  'hours-short': 'Hours missing',
  'credits-short': 'Credits missing',
  'gpa-below-minimum': 'GPA below the minimum',
  'requirement-unmet': 'Requirement not met',
  'unplaced-course': 'Course without a term',
  'duplicate-course': 'Course twice',
  'deadline-passed': 'Date passed',
  'renewal-due': 'Renewal due',
  'ce-short': 'Continuing education missing',
  'stale-fact': 'Fact to check again',
};

type Noticed = FindingDetail & { itemIds: readonly string[] };
type TitleOf = (id: string) => string;

/** One sentence that says what was noticed and what to do. `titleOf` names the items. */
export function sentenceForFinding(finding: Noticed, titleOf: TitleOf): string {
  return `${wordsOf(finding, titleOf).join('; ')}.`;
}

/** Only what was noticed, without a full stop, where it is not the time for advice. */
export function noticedIn(finding: Noticed, titleOf: TitleOf): string {
  return wordsOf(finding, titleOf)[0];
}

/** What was noticed, and what to do about it. A code without words does not compile. */
function wordsOf(finding: Noticed, titleOf: TitleOf): readonly [noticed: string, advice: string] {
  const titles = finding.itemIds.map((id) => quoted(titleOf(id)));
  const [first = 'The plan', second = 'another item'] = titles;
  switch (finding.code) {
    case 'requisite-order':
      return [`${first} needs ${requisites(finding.facts, titles.slice(1))}`, 'move one of them'];
    case 'cycle':
      return finding.facts.of === 'links'
        ? [
            `The links of ${shortListOf(titles, 5)} run in a circle, so they have no dates`,
            'remove one of the links',
          ]
        : [`${shortListOf(titles, 5)} require each other in a circle`, 'remove one of these requisites'];
    case 'credit-overload':
      return [
        `${first} holds ${credits(finding.facts)}, more than its limit of ${formatNumber(finding.facts.limit)}`,
        'move a course to another term',
      ];
    case 'credit-underload':
      return [
        `${first} holds ${credits(finding.facts)}, fewer than its minimum of ${formatNumber(finding.facts.minimum)}`,
        'add a course or ask whether part-time is allowed',
      ];
    case 'outside-program':
      return finding.facts.side === 'before'
        ? [
            `${first} starts on ${formatDay(finding.facts.day)}, but ${second} may not start before ${formatDay(finding.facts.limit)}`,
            'move one of the two dates',
          ]
        : [
            `${first} ends on ${formatDay(finding.facts.day)}, but ${second} must end by ${formatDay(finding.facts.limit)}`,
            'move one of the two dates',
          ];
    case 'pinned-early':
      return [
        `${first} comes ${formatDays(finding.facts.days)} earlier than its link from ${second} allows`,
        'move it or change the link',
      ];
    case 'window-missed':
      return [
        `${first} had to start by ${formatDay(finding.facts.lastDay)}, the end of its window after ${second}, and starts ${formatDays(finding.facts.days)} later`,
        'move one of the two',
      ];
    case 'prerequisite-expired':
      return [
        `${second} is valid until ${formatDay(finding.facts.lastDay)}, but ${first} starts on ${formatDay(finding.facts.start)}`,
        'start earlier or renew it',
      ];
    case 'hours-short':
      return finding.facts.by === 'experience'
        ? [
            `${first} is finished with ${formatNumber(finding.facts.hours)} of ${countOf(finding.facts.required, 'hour')} logged`,
            'log the missing hours or take back its end',
          ]
        : [
            `${listOf(titles.slice(0, -1))} ${titles.length > 2 ? 'plan' : 'plans'} ${countOf(finding.facts.hours, 'hour')}, but ${titles.at(-1) ?? second} asks for ${formatNumber(finding.facts.required)}`,
            'plan the missing hours',
          ];
    case 'credits-short':
      return [
        `${first} requires ${countOf(finding.facts.required, 'credit')}, but only ${formatNumber(finding.facts.earned + finding.facts.planned)} are earned or planned${unknown(finding.facts.unknown)}`,
        'add courses',
      ];
    case 'gpa-below-minimum':
      return [
        `The GPA in ${first} is ${formatGpa(finding.facts.gpa)}, below the minimum of ${formatGpa(finding.facts.minimum)}`,
        'plan for better grades or a repeat',
      ];
    case 'requirement-unmet':
      return [
        `${first} still misses ${missing(finding.facts)} for ${quoted(finding.facts.title)}`,
        `add ${countOf(finding.facts.fix, 'course')}${again(titles.slice(1))}`,
      ];
    case 'unplaced-course':
      return [`${first} is in no term yet`, 'place it in one'];
    case 'duplicate-course':
      return [
        `${finding.facts.number} is there twice, as ${first} and ${second}`,
        'delete one or mark it as a repeat',
      ];
    case 'deadline-passed':
      return finding.facts.kind === 'milestone'
        ? [
            `${first} was due on ${formatDay(finding.facts.day)} and is not done`,
            'mark it as done or set a new date',
          ]
        : [
            `The term of ${first} ended on ${formatDay(finding.facts.day)}`,
            'record how the course went or move it',
          ];
    case 'renewal-due':
      return finding.facts.expired
        ? [`${first} expired on ${formatDay(finding.facts.expires)}`, 'ask the issuer how to get it back']
        : [`${first} expires on ${formatDay(finding.facts.expires)}`, 'renew it and set the new date'];
    case 'ce-short':
      return [
        `${first} asks for ${education(finding.facts)} by ${formatDay(finding.facts.periodEnd)}`,
        'log the missing hours',
      ];
    case 'stale-fact':
      return [
        `${finding.facts.count === 1 ? 'A fact' : countOf(finding.facts.count, 'fact')} about ${titles.length > 0 ? first : 'this plan'} ${finding.facts.count === 1 ? 'was' : 'were'} last checked on ${formatDay(finding.facts.checkedOn)}${finding.facts.count === 1 ? '' : ' or later'}`,
        'check again with the source',
      ];
  }
}

type FactsOf<C extends FindingCode> = Extract<FindingDetail, { code: C }>['facts'];

const WHEN = { pre: 'in an earlier term', co: 'in the same or an earlier term', strict: 'in the same term' };

function requisites({ kind, needed }: FactsOf<'requisite-order'>, titles: readonly string[]): string {
  const some = needed < titles.length ? `${formatNumber(needed)} of ` : '';
  return `${some}${shortListOf(titles, 5)} ${WHEN[kind]}`;
}

function credits(facts: { credits: number; unknown: number }): string {
  return `${countOf(facts.credits, 'credit')}${unknown(facts.unknown)}`;
}

function unknown(count: number): string {
  return count === 0 ? '' : ` (without ${countOf(count, 'course')} of unknown credits)`;
}

function missing({ rule, missing }: FactsOf<'requirement-unmet'>): string {
  return countOf(missing, rule === 'credits' ? 'credit' : 'course');
}

function again(titles: readonly string[]): string {
  return titles.length === 0 ? '' : `, such as ${shortListOf(titles)}`;
}

function education({ asked, logged, topics }: FactsOf<'ce-short'>): string {
  const named = topics.map(
    (each) => `${countOf(each.asked, 'hour')} of ${each.topic} (${formatNumber(each.logged)} logged)`,
  );
  const total =
    logged < asked
      ? [`${countOf(asked, 'hour')} of continuing education (${formatNumber(logged)} logged)`]
      : [];
  return listOf([...total, ...named]);
}
