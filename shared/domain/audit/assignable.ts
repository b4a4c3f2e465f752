import type { Requirement } from '../plan/document.ts';
import type { Course } from '../plan/items.ts';
import type { ProgramAudit } from './audit-plan.ts';
import { countsWith } from './standing.ts';
import type { UncountedReason } from './uncounted.ts';

const FREE: ReadonlySet<UncountedReason['code']> = new Set([
  'no-group',
  'group-full',
  'not-listed',
  'below-minimum',
]);

/**
 * The ids of courses that would help a group if they were assigned to it: those it could take from another group,
 * then the program's courses that no group needs. A group of all its listed courses is helped by listed ones only.
 */
export function assignableTo(
  requirement: Requirement,
  audit: ProgramAudit,
  courseOf: (id: string) => Course | undefined,
): string[] {
  const group = audit.groups.find(({ requirementId }) => requirementId === requirement.id);
  if (group === undefined) return [];
  const own = new Set(group.courseIds);
  const idle = audit.notCounted.filter(({ reason }) => FREE.has(reason.code)).map(({ courseId }) => courseId);
  const others = requirement.rule === 'all' ? [] : idle;
  return [...new Set([...group.elsewhereIds, ...others])].filter((id) => {
    const course = courseOf(id);
    return !own.has(id) && course !== undefined && countsWith(course, requirement.minGrade);
  });
}
