import type { Item } from '../plan/items.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { findingsOf } from './findings-of.ts';
import type { Finding, FindingCode, Raised } from './types.ts';

/** What would be noticed after a change and is not now, and the other way around; acknowledged findings are neither. */
export interface Foreseen {
  caused: Finding[];
  resolved: Finding[];
}

/** The rules that look at the dates of anything but terms. In the order of all rules. */
const BY_DATES: readonly FindingCode[] = [
  'outside-program',
  'pinned-early',
  'window-missed',
  'prerequisite-expired',
  'deadline-passed',
];

/**
 * What other dates of `item` would do to the findings: `now` are those of the plan as it is, `then` the schedule of the
 * plan as it would be. Courses and terms are in sums, requisites and audits, so for them every rule is asked; for all
 * else those about dates, a fraction of the work.
 */
export function foreseeFindings(now: readonly Finding[], then: Schedule, item: Item): Foreseen {
  const isStudy = item.kind === 'course' || item.kind === 'term';
  const { document, today } = then;
  const after = isStudy ? findingsOf(document, then, today) : findingsOf(document, then, today, [], BY_DATES);
  const before = isStudy ? now : now.filter(({ code }) => BY_DATES.includes(code));
  const open = (findings: readonly Finding[]): Finding[] =>
    findings.filter(({ acknowledged }) => !acknowledged);
  return {
    caused: findingsNotAmong(open(after), open(before)),
    resolved: findingsNotAmong(open(before), open(after)),
  };
}

/** The findings about something that none of the others is about. A finding whose numbers have changed is the same one. */
export function findingsNotAmong<Of extends Raised>(
  findings: readonly Of[],
  others: readonly Raised[],
): Of[] {
  const known = new Set(others.flatMap(subjectsOf));
  return findings.filter((finding) => subjectsOf(finding).some((subject) => !known.has(subject)));
}

/** What a finding is about, without its numbers; of a course that lacks several requisites, each of them. */
function subjectsOf(finding: Raised): string[] {
  const { code, itemIds } = finding;
  const about = (...parts: readonly string[]): string => JSON.stringify([code, ...parts]);
  switch (finding.code) {
    case 'requisite-order':
      return itemIds.slice(1).map((needed) => about(itemIds[0] ?? '', finding.facts.kind, needed));
    case 'outside-program':
      return [about(finding.facts.side, ...itemIds)];
    case 'pinned-early':
    case 'window-missed':
    case 'prerequisite-expired':
      return [about(finding.facts.linkId, ...itemIds)];
    case 'requirement-unmet':
      return [about(finding.facts.requirementId)];
    default:
      return [about(...itemIds.toSorted())];
  }
}
